confirm-price-risen = Der Preis ist gestiegen
confirm-costly = Dieses Video ist teuer
confirm-left-after = Danach hättest du noch **{ $left }** Credits.
confirm-question = Soll es erstellt werden?
confirm-ends = Berechnet wird erst, wenn du zusagst. Die Frage endet { $when }.
confirm-make-it = Für { $price } erstellen
confirm-leave-it = Nein

confirm-ordering = Dein Video wird bestellt …
confirm-not-ordered = Nicht bestellt
confirm-starts-over = **Es wurde nichts berechnet.** Mit `/animate` fängst du neu an.

confirm-over = Diese Frage ist vorbei
confirm-answered-already = Sie ist schon beantwortet oder stand zu lange offen.
confirm-see-list = Dieser Klick hat nichts gekostet. `/jobs list` zeigt, was du bestellt hast; mit `/animate` fängst du neu an.
