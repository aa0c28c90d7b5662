state-queued = Dans la file d’attente
state-submitting = En cours d’envoi
state-running = En cours de création
state-delivering = Créée, bientôt là
state-delivered = Prête
state-failed = Non créée
state-canceled = Annulée
state-uncertain = En suspens
state-undeliverable = Créée, mais non publiée
state-deleted = Supprimée

card-now-queued = Pour { $member }. Quand vient son tour, il faut en général { $time }.
card-now-running = Pour { $member }. Prévue à { $at } ({ $when }).
card-now-late = Pour { $member }. C’est bien plus long que d’habitude ; la vidéo sera publiée dès qu’elle sera prête. D’ici là, { $price } restent de côté.
card-now-delivering = Pour { $member }. La vidéo va être publiée.
card-now-delivered = Pour { $member }. La vidéo est publiée.
card-now-delivered-below = Pour { $member }. La vidéo est dans le fil ci-dessous.
card-now-deleted = Pour { $member }. La vidéo a été supprimée par { $actor } { $when }.
card-now-emptied = Pour { $member }. L’image et le texte ont été supprimés par { $actor } { $when }.
card-now-failed = Pour { $member }. Rien n’a été débité : { $price } de retour.
card-now-canceled = Pour { $member }. Rien n’a été débité : { $price } de retour.
card-now-uncertain = Pour { $member }. Le fournisseur ne dit pas ce que cette vidéo est devenue, alors rien n’est envoyé deux fois. { $price } restent de côté jusqu’à la décision de la modération.
card-now-undeliverable = Pour { $member }.

card-next = C’est la prochaine dans la file d’attente.
card-place = Place { $place } dans la file d’attente.
card-unstoppable = On ne peut plus l’annuler : son fournisseur ne peut pas être arrêté.

card-not-made = La vidéo n’a pas pu être créée.
card-not-taken = Discord n’a pas accepté la vidéo.

card-picture = L’image qui devient une vidéo
card-watch = Regarder la vidéo
card-job = demande { $job }

card-thread-of = Vidéo pour { $member }
card-thread = Une nouvelle vidéo

card-result = { $member }, ta vidéo est prête.
card-made-with-ai = créée avec l’IA

card-without = sans : { $words }
card-seconds = { $seconds } s
card-by = par { $provider }
card-end-picture = image de fin
card-cfg = cfg { $value }
card-camera = caméra { $move }
card-camera-by = caméra { $move } { $strength }
card-motion-brush = pinceau de mouvement
card-sound = son
card-voices = { $voices ->
    [one] { $voices } voix
   *[other] { $voices } voix
}
card-watermark = filigrane
card-set-aside = { $price } de côté
card-not-charged = non débitée
