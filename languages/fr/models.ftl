# Telles qu’elles suivent « prend en charge », « accepte », « avec » et « sans ».
models-option-end-image = l’image de fin
models-option-camera = le mouvement de caméra
models-option-brush = le pinceau de mouvement
models-option-sound = le son
models-option-voices = les voix
models-option-cfg-scale = `cfg_scale`
models-option-aspect-ratio = le choix du format
models-option-watermark = le filigrane

models-place-modes = en mode { $modes }
models-place-seconds = pour { $seconds } secondes
models-place-moves = avec le mouvement { $moves }
models-place-silent = sans le son
models-place-both = { $one } { $other }

models-seconds = { $model } crée des vidéos de { $seconds } secondes, pas de { $wanted }.
models-modes = { $model } a le mode { $modes }, pas { $wanted }.
models-only = { $model } prend en charge { $option } seulement { $places }.
models-only-elsewhere = { $model } ne prend pas en charge { $option } chez { $providers } ; chez { $others }, oui.
models-others-can = { $model } ne prend pas en charge { $option }. { $models }, oui.
models-none-can = { $model } ne prend pas en charge { $option }. Aucun modèle ici ne le fait.
models-needs-prompt = { $model } demande un `prompt`.
models-words-too-long = Prompt et prompt négatif font ensemble { $length } caractères ; { $model } en prend { $limit }.

models-not-with = { $model } n’existe pas en mode { $mode } pour { $seconds } secondes avec { $options }.
models-not-silent = { $model } n’existe pas en mode { $mode } pour { $seconds } secondes sans le son.
models-but = { $problem } C’est possible { $ways }.
models-way = en { $mode } de { $seconds } secondes
models-way-without = sans { $option }

models-unknown = Il n’y a pas de modèle « { $name } ». { $hint }
models-retired = { $model } a été arrêté par son fournisseur le { $date }. { $hint }
models-not-offered = { $model } n’est pas proposé ici. { $hint }
models-meant = Tu voulais dire { $models } ?
models-there-is = Il y a { $models }.
models-none-on = Aucun modèle n’est actif.
models-not-made-by = { $model } n’est pas créé par { $provider } ici, mais par { $providers }.
models-paused = { $model } n’est pas disponible pour le moment. { $hint }
models-these-work = Ceux-ci marchent : { $models }.
models-nothing-works = Rien d’autre ne marche non plus pour le moment.
