start-model-line = { $model } · { $lengths } s · dès { $price }
start-model-line-with = { $model } · { $extras }

start-can-end-image = image de fin
start-can-camera = caméra
start-can-brush = pinceau
start-can-sound = son
start-can-voices = voix

start-form = Animer l’image
start-form-picture = Quelle image ?
start-form-prompt = Que doit-il se passer dans la vidéo ?
start-form-model = Modèle
start-form-model-about = Chaque choix dit ce qu’il sait faire.
start-form-shape = Qualité et durée
start-form-shape-about = Chaque choix dit son prix avec chaque modèle, en crédits.
start-form-negative = Que ne doit-on pas voir ?
start-form-more = Autres options
start-form-more-about = À écrire comme { $example }

start-form-change = Modifier
start-over-forgotten = Ce formulaire est trop ancien pour être affiché à nouveau. Recommence avec `/animate`.

start-over = Ce formulaire a expiré
start-over-why = Il est resté ouvert trop longtemps, ou le bot a redémarré entre-temps. Ouvre-le à nouveau ; tu peux copier ici ce que tu as écrit.

start-picture = { $number } : { $name }
start-shape = { $mode }, { $seconds } secondes
start-price-with = { $model } : { $price }

# Un seul mot, en minuscules, comme on le tape dans « son=oui ».
start-yes = oui
start-no = non

start-line-unreadable = « { $words } » n’est pas une option. Écris-les comme `{ $example }`, séparées par une espace.
start-line-unknown = Il n’y a pas d’option `{ $option }` ici. Il y a { $options }.
start-line-twice = `{ $option }` y est deux fois.
start-line-yes-no = `{ $option }` est { $yes } ou { $no }.

start-no-picture = Pas d’image ici
start-no-picture-here = Ce message n’a pas d’image à lui. Choisis-en un qui en a une, ou joins une image à `/animate`.
start-linked-too-heavy = L’image derrière ce lien est trop lourde ; { $most } Mo au plus sont permis.
start-nothing = **Rien n’a été commandé.**

start-fit = L’image doit être adaptée
start-fit-enlarged = Elle est agrandie pour cela : la vidéo peut paraître floue.
start-fit-lightened = Elle est enregistrée à nouveau pour cela, en plus léger.
start-fit-choose = On peut l’utiliser comme ceci :
start-fit-once = Voici ce qui sera utilisé :
start-fit-crop = Recadrer
start-fit-pad = Ajouter des bords
start-fit-only = Utiliser comme ceci
start-fit-crop-about = on ne garde que le milieu.
start-fit-pad-about = on garde tout, entre des bords flous.
start-fit-way = **{ $label }** : { $about }
start-fit-crop-seen = L’image adaptée, recadrée là où elle était trop longue
start-fit-pad-seen = L’image entière entre des bords flous
start-fit-price = La vidéo coûte { $price }.
start-fit-not-with-brush = Avec le pinceau de mouvement, une image ne peut pas être adaptée : masques et trajets ne seraient plus au bon endroit.
