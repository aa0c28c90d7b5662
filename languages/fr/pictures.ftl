# Sans accord en genre : $picture est « L’image » ou le nom d’un fichier.
pictures-named = « { $name } »
pictures-nameless = L’image

pictures-empty = { $picture } ne contient rien.
pictures-too-heavy = { $picture } pèse trop lourd : { NUMBER($size, minimumFractionDigits: 1) } Mo ; { $most } Mo au plus sont permis.
pictures-not-now = { $picture } : vérification impossible à l’instant ; renvoie l’image dans une minute.
pictures-slow = { $picture } met trop de temps à s’ouvrir ; enregistre l’image avec un autre programme et envoie le résultat.
pictures-closed = { $picture } ne s’ouvre pas ; enregistre l’image avec un autre programme et envoie le résultat.
pictures-no-picture = { $picture } n’est pas une image lisible ; envoie un fichier { $formats }.
pictures-damaged = { $picture } a un défaut ou n’est pas au complet ; enregistre ou envoie l’image à nouveau.
pictures-too-many-pixels = { $picture } a trop de pixels ; { $most } millions au plus sont permis.
pictures-too-big = { $picture } fait { $size } pixels ; { $most } millions au plus sont permis.
pictures-too-small = { $picture } n’a pas la taille minimale : { $size } pixels ; il faut au moins { $least } pixels de chaque côté.
pictures-too-narrow = { $picture } a une forme trop étroite : ses côtés sont dans un rapport de { NUMBER($ratio, minimumFractionDigits: 2, maximumFractionDigits: 2) } à 1 ({ $size } pixels) ; { $most } à 1 au plus est permis.
pictures-measurement = { $picture } est une mesure plutôt qu’une image ; enregistre-la en JPG ou PNG.

pictures-sides = { $width } × { $height }
pictures-mask-no-picture = Le masque n’est pas une image lisible ; envoie un fichier JPG ou PNG.
pictures-mask-not-now = Impossible de vérifier le masque à l’instant ; renvoie-le dans une minute.
pictures-mask-ratio = Le masque fait { $mask } et l’image { $picture } ; il leur faut les mêmes proportions.

pictures-motion-outside = La zone { $area } de `mouvement` sort de l’image au point { $point } ; l’image fait { $sides }.
pictures-motion-unreadable = `mouvement` est illisible : { $problem }. Écris `mouvement` comme `[{"{"}"area": [[x, y], …], "path": [[x, y], …]{"}"}]`, en pixels depuis le coin haut gauche.
pictures-motion-json-invalid = { $place } n’est pas du JSON
pictures-motion-missing = il manque { $place }
pictures-motion-extra-forbidden = { $place } n’existe pas
pictures-motion-too-short = { $place } a { $actual_length ->
    [one] { $actual_length } élément
   *[other] { $actual_length } éléments
} sur { $min_length } au moins
pictures-motion-too-long = { $place } a plus de { $max_length } éléments
pictures-motion-model-type = { $place } doit avoir `area` et `path`
pictures-motion-tuple-type = { $place } doit être une liste
pictures-motion-no-point = { $place } doit être deux nombres entiers de 0 à { $most }
pictures-motion-text = le texte
pictures-motion-area = zone { $area }
pictures-motion-list = zone { $area }, `{ $list }`
pictures-motion-point = zone { $area }, `{ $list }`, point { $point }
