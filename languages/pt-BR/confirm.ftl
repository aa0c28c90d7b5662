confirm-price-risen = O preço subiu
confirm-costly = Este vídeo é caro
confirm-left-after = Depois dele, sobrariam **{ $left }**.
confirm-question = Vamos fazer?
confirm-ends = Nada é cobrado até você confirmar. A pergunta expira { $when }.
confirm-make-it = Fazer por { $price }
confirm-leave-it = Não

confirm-ordering = Pedindo seu vídeo…
confirm-not-ordered = Não foi pedido
confirm-starts-over = **Nada foi cobrado.** Com `/animate` você começa de novo.

confirm-over = Esta pergunta já acabou
confirm-answered-already = Ela já foi respondida ou esperou demais.
confirm-see-list = Nada foi cobrado agora. `/jobs list` mostra o que você pediu; com `/animate` você começa de novo.
