confirm-price-risen = Le prix a augmenté
confirm-costly = Cette vidéo est chère
confirm-left-after = Solde ensuite : **{ $left }**.
confirm-question = On la crée ?
confirm-ends = Rien n’est débité avant ton accord. La question expire { $when }.
confirm-make-it = Créer pour { $price }
confirm-leave-it = Non

confirm-ordering = Commande de ta vidéo…
confirm-not-ordered = Non commandée
confirm-starts-over = **Rien n’a été débité.** Recommence avec un nouveau `/animate`.

confirm-over = Cette question est close
confirm-answered-already = Elle a déjà sa réponse, ou elle a attendu trop longtemps.
confirm-see-list = Ce clic n’a rien débité. `/jobs list` montre ce que tu as commandé ; `/animate` recommence.
