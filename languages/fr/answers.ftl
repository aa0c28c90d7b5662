answers-unchanged = **Rien n’a changé.**

answers-ordered = Ta vidéo est commandée
answers-next = C’est la prochaine, prévue { $when }.
answers-place = Place { $place } dans la file d’attente, prévue { $when }.
answers-costs = Prix : **{ $price }**. Ton solde : { $left }.
answers-go-back = Si la vidéo ne peut pas être créée, tu récupères tes crédits.
answers-card-soon = Sa carte va apparaître.
answers-show-card = Voir la carte

answers-refused = Impossible de créer cette vidéo
answers-refused-now = **Rien n’a été débité.** Corrige cela et réessaie.

answers-not-handed-over = Discord n’a pas transmis l’image ; joins-la à nouveau.

answers-not-done = Non exécuté
answers-no-such-task = Le fournisseur de la vidéo ne connaît pas cette tâche, ou il est désactivé. Vérifie l’ID.

answers-not-moderator = Réservé à la modération
answers-moderators = La modération, ce sont les membres avec la permission « Gérer le serveur ».
answers-moderators-roles = La modération, ce sont les membres avec la permission « Gérer le serveur » ou avec l’un de ces rôles :

answers-may-not-post = Le bot ne peut pas publier ici
answers-missing = Dans ce salon, il lui manque :
answers-missing-now = **Rien n’a été débité.** Choisis un autre salon, ou demande à la modération de donner ces permissions au bot.

permission-view-channel = Voir le salon
permission-send-messages = Envoyer des messages
permission-send-messages-in-threads = Envoyer des messages dans les fils
permission-create-public-threads = Créer des fils publics
permission-attach-files = Joindre des fichiers
permission-embed-links = Intégrer des liens
permission-read-message-history = Voir les anciens messages

answers-database-away = Impossible pour le moment
answers-no-database = Le bot n’arrive pas à joindre sa base de données.
answers-nothing-accepted = **Rien n’a été accepté ni débité.** Réessaie dans quelques minutes.
answers-see-before-repeating = Réessaie dans quelques minutes. Avant de refaire un changement, vérifie s’il n’est pas déjà fait : pour la modération dans `/settings history`, sinon dans `/usage show` ou `/jobs list`.

answers-taken-already = Déjà commandée
answers-taken-once = Cette même commande de vidéo a déjà été prise et ne sera pas débitée deux fois.
answers-see-list = Ta vidéo est dans `/jobs list`.

answers-moved-on = La vidéo a déjà avancé
answers-somebody-quicker = Quelqu’un a été plus rapide, ou la vidéo a suivi son cours. Regarde où elle en est avec `/jobs show`.

answers-not-yet = Pas encore
answers-finding-out = Le bot cherche encore ce que cette vidéo est devenue.
answers-decide-when = Tu pourras décider { $when }.
answers-not-attached = Non rattachée
answers-task-of-another = Cette tâche appartient à une autre vidéo. Vérifie son ID.

answers-broken = Quelque chose s’est mal passé de notre côté
answers-may-be-ordered = Regarde `/jobs list` avant de réessayer : ta vidéo est peut-être déjà commandée.
answers-try-again = **Rien n’a été débité.** Réessaie.
answers-incident = Si cela se reproduit, donne ce numéro d’incident à la modération : { $incident }

answers-outdated = Cette commande a changé
answers-old-form = Discord t’affiche encore son ancienne forme.
answers-restart-discord = **Rien n’a été débité.** Redémarre Discord, puis renvoie la commande.

answers-models = Modèles
answers-no-model = Aucun modèle n’est actif pour le moment. Préviens la modération.
answers-about-models = Choisis-en un avec `modèle` dans `/animate`. Prix en crédits, de la vidéo la plus courte à la plus longue.
answers-more-models = Et { $more } de plus : tape quelques lettres dans l’option `modèle`.
answers-model-seconds = { $lengths } secondes
answers-model-price = `{ $mode }` **{ $price }**
answers-model-prices = `{ $mode }` **{ $lowest }** à **{ $highest }**
answers-model-default = utilisé si tu n’en choisis pas
answers-model-quickest = à partir de { $time } environ
answers-model-takes = accepte { $extras }
answers-model-prompt = demande un prompt
