jobs-group-all = toutes
jobs-group-on-the-way = en cours
jobs-group-ready = prêtes
jobs-group-not-made = non créées
jobs-group-on-hold = en suspens
jobs-group-not-posted = non publiées

jobs-yours = Tes vidéos
jobs-yours-that-are = Tes vidéos : { $group }
jobs-none-yet = Aucune pour l’instant. Commande-en une avec `/animate`.
jobs-none = Aucune en ce moment.
jobs-show-one = Tout sur l’une d’elles : `/jobs show`
jobs-newer = ◀ Plus récentes
jobs-older = Plus anciennes ▶

jobs-next-queued = `/jobs cancel` l’annule, et tu récupères ses crédits.
jobs-next-delivered = `/jobs retry` la commande à nouveau. `/jobs resend` la publie à nouveau si son message a été supprimé.
jobs-next-deleted = `/jobs retry` la commande à nouveau.
jobs-next-failed = `/jobs retry` la commande à nouveau.
jobs-next-canceled = `/jobs retry` la commande à nouveau.
jobs-next-uncertain = La modération décide avec `/jobs resolve`.
jobs-next-undeliverable = `/jobs resend` la publie à nouveau, sans frais.

jobs-task = tâche { $task }
jobs-task-unknown = inconnue
jobs-attempt = essai { $attempt }

jobs-ordered-from = Commandée chez { $provider }
jobs-price-back = **{ $price }** de retour, rien n’a été débité
jobs-price-spent = Dépense : **{ $price }**
jobs-price-held = **{ $price }** de côté
jobs-place = Place { $place } dans la file d’attente

jobs-ordered-at = Commandée le { $when }
jobs-handed-over-at = Envoyée le { $when }
jobs-changed-at = Dernier changement { $when }

jobs-card = Carte
jobs-thread = Fil
jobs-video = Vidéo

jobs-no-prompt = pas de prompt

jobs-canceled = Annulée
jobs-went-back = **{ $price }** de retour. Rien n’a été débité.

jobs-too-late = Trop tard pour annuler
jobs-too-late-submitting = Elle est en train d’être envoyée à son fournisseur, qu’on ne peut plus arrêter.
jobs-too-late-running = Son fournisseur la crée et ne peut pas être arrêté. La vidéo arrive dès qu’elle est prête.
jobs-too-late-delivering = Elle est déjà créée et va être publiée.
jobs-too-late-uncertain = Son fournisseur l’a peut-être et ne peut pas être arrêté. La modération décidera.
jobs-too-late-canceled = Elle est déjà annulée.
jobs-too-late-ended = Elle est déjà terminée.

jobs-on-its-way = En route
jobs-posted-soon = La vidéo sera publiée à nouveau dès qu’elle sera récupérée, sans nouveau débit.
jobs-still-there = Elle est déjà là
jobs-still-stands = Son message est toujours là : { $address }
jobs-gone = La vidéo n’existe plus
jobs-no-longer-had = Elle a été publiée une fois, et son fournisseur ne l’a plus. `/jobs retry` la commande à nouveau.
jobs-not-now = Impossible pour le moment
jobs-cannot-be-asked = Impossible de joindre Discord ou le fournisseur de la vidéo. Réessaie dans quelques minutes.
jobs-deleted = La vidéo a été supprimée
jobs-nothing-to-post = Rien à publier

jobs-not-ended = Cette vidéo n’est pas encore terminée. Tu pourras la commander à nouveau ensuite.
jobs-not-on-hold = Cette vidéo n’est pas en suspens : il n’y a rien à décider. Regarde où elle en est avec `/jobs show`.
jobs-late-with-task = Cette vidéo est en retard, mais sa tâche est connue. On peut l’attendre, ou l’abandonner : `release`.
jobs-attach-needs-task = `attach` demande la `tâche`, et seul `attach` en prend une.
jobs-no-such-job = Tu n’as pas cette vidéo ici. Choisis parmi celles qui sont proposées ; voir `/jobs list`.
jobs-of-another = Cette liste est à quelqu’un d’autre. La tienne est dans `/jobs list`.
jobs-pictures-gone = Les images de cette vidéo ne sont plus conservées. Joins à nouveau l’image avec `/animate`.
