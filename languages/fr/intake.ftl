intake-prompt-too-long = Le prompt fait { $length } caractères ; { $limit } au plus sont permis.
intake-negative-prompt-too-long = Le prompt négatif fait { $length } caractères ; { $limit } au plus sont permis.
intake-only-one = Une seule de ces options à la fois : { $options }.
intake-camera-missing = `force_caméra` demande un mouvement dans `caméra`.
intake-camera-value-extra = Le mouvement de caméra « { $camera } » ne prend pas de `force_caméra`.
intake-camera-value-missing = Le mouvement de caméra « { $camera } » demande une `force_caméra` de -10 à 10, autre que 0.
intake-too-many-areas = { $most } zones au plus peuvent bouger ; il y en a { $areas }.
intake-path-length = Le trajet de la zone { $area } a { $points ->
    [one] { $points } point
   *[other] { $points } points
} ; il en faut de 2 à 77.
intake-too-many-voices = 2 voix au plus peuvent parler ; il y en a { $voices }.
intake-voices-need-sound = `voix` demande `son`.
intake-voice-missing = Le prompt nomme la voix { $voice }, mais `voix` en a { $voices }.

intake-option-duration = La durée doit être un nombre entier de 3 à 15 secondes.
intake-option-mode = Le mode doit être { $choices }.
intake-option-cfg-scale = `cfg_scale` doit être un nombre de 0 à 1.
intake-option-camera = Le mouvement de caméra doit être { $choices }.
intake-option-camera-value = `force_caméra` doit être un nombre de -10 à 10.
intake-option-aspect-ratio = Le format doit être { $choices }.
intake-option-wrong = `{ $option }` : { $reason }.

intake-no-model = Aucun modèle permis par ce serveur n’est actif pour le moment. Préviens la modération.
intake-word = Le prompt contient un mot que ce serveur n’autorise pas.
intake-adult = Le prompt contient un mot lié au contenu pour adultes. Ce serveur ne l’autorise pas.
intake-adult-elsewhere = Le prompt contient un mot lié au contenu pour adultes. Ce serveur l’autorise seulement dans les salons soumis à une limite d’âge.
intake-picture-too-heavy = L’image est trop lourde : { NUMBER($size, minimumFractionDigits: 1) } Mo ; { $most } Mo au plus.
