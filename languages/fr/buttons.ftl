button-cancel = Annuler
button-again = Refaire
button-edit = Modifier
button-delete = Supprimer
button-delete-now = Oui, supprimer
button-keep = Garder
button-flag = Signaler
button-block = Bloquer le membre
button-download = Télécharger

button-in-hand = Ton clic est déjà en cours de traitement. Un seul suffit.
button-just-ordered = Tu viens de la commander à nouveau. Si tu en veux encore une, clique à nouveau dans quelques secondes.
button-unknown = Le bot ne connaît pas ce bouton : il vient d’une autre version. `/jobs list` montre ce que tu peux faire de tes vidéos.
button-no-such-job = Le bot ne connaît plus cette vidéo.
button-was-deleted = Cette vidéo a été supprimée : on ne peut plus rien en faire ici.
button-not-yours = Seule la personne qui a commandé cette vidéo, ou la modération, peut faire cela.

button-delete-question = Supprimer cette vidéo ?
button-delete-means = Son message sera supprimé ici, et personne ne pourra la publier à nouveau. Ses crédits restent dépensés. La carte dira qui l’a supprimée.
button-deleted = Supprimée
button-deleted-soon = La vidéo est supprimée. Son message disparaît dans un instant, si ce n’est pas déjà fait.
button-kept = Rien n’a été supprimé
button-kept-why = La vidéo reste où elle est.
button-empty-question = Supprimer ce que montre cette carte ?
button-empty-means = Son image et son texte sont supprimés ici, et personne ne pourra la commander à nouveau d’ici. Les crédits ne changent pas. La carte dira qui les a supprimés.
button-emptied-soon = L’image et le texte disparaissent de la carte dans un instant.
button-not-deletable = Il n’y a pas de vidéo à supprimer : elle n’est pas encore publiée, ou déjà supprimée.

button-edit-title = La même image, encore une fois

button-flag-title = Signaler cette vidéo
button-flag-reason = Quel est le problème ?
button-flag-about = La modération de ce serveur le lira, avec ton nom.
button-reason-blank = Écris une raison avec des mots.
button-flagged = Signalée
button-flagged-log = La modération de ce serveur est prévenue. Merci !
button-flagged-no-log = La modération de ce serveur trouvera ton signalement dans `/settings history`. Ce serveur n’a pas de salon pour les signalements : préviens-la aussi toi-même.
button-flagged-already = Déjà signalée
button-flagged-already-why = Tu as déjà signalé cette vidéo. La modération est au courant.
button-flagged-often = Trop de signalements
button-flagged-often-why = Tu as signalé beaucoup de vidéos en peu de temps. Tu pourras recommencer { $when }.

button-block-title = Bloquer ce membre
button-block-reason = Raison, que le membre lira
button-block-about = Plus aucune vidéo jusqu’à /quota unblock.
button-nobody-to-block = La personne qui a commandé cette vidéo a fait effacer ses données : il n’y a personne à bloquer.

button-flag-show = Voir
