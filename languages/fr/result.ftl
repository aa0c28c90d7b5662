result-smaller = Réduite pour ce serveur : { $size } Mo au lieu de { $was } Mo.
result-converted = Convertie, pour être lisible partout.
result-link = Elle est trop lourde pour ce serveur, alors voici un lien. Il marche jusqu’au { $until }.
result-link-of-provider = Elle est trop lourde pour ce serveur, alors voici le lien de son fournisseur. Enregistre vite la vidéo : ces liens expirent sans prévenir.

result-now-linked = Pour { $member }. La vidéo est trop lourde pour ce serveur, un lien est donc publié.
result-now-linked-below = Pour { $member }. La vidéo est trop lourde pour ce serveur, un lien est donc dans le fil ci-dessous.
