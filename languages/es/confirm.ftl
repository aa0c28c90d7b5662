confirm-price-risen = El precio subió
confirm-costly = Este video es caro
confirm-left-after = Después te quedarían **{ $left }**.
confirm-question = ¿Lo hacemos?
confirm-ends = No se cobra nada hasta que lo confirmes. La pregunta caduca { $when }.
confirm-make-it = Hacerlo por { $price }
confirm-leave-it = No

confirm-ordering = Pidiendo tu video…
confirm-not-ordered = No se pidió
confirm-starts-over = **No se cobró nada.** Con `/animate` empiezas de nuevo.

confirm-over = Esta pregunta ya terminó
confirm-answered-already = Ya se respondió, o esperó demasiado.
confirm-see-list = Al pulsar no se cobró nada. `/jobs list` muestra lo que pediste; con `/animate` empiezas de nuevo.
