places-told-thread = La vidéo arrive dans un fil sous sa carte.
places-told-member = Carte et vidéo arrivent dans ton fil, dans ce salon.
places-told-channel = Carte et vidéo arrivent dans ce salon.
places-told-inside = Carte et vidéo arrivent dans ce fil.
places-told-no-threads = Carte et vidéo arrivent dans ce salon, qui n’a pas de fils.
places-told-missing = Carte et vidéo arrivent dans ce salon, car pour un fil, il manque au bot : { $permissions }.

places-private = Le bot n’est pas dans ce fil privé et ne pourrait pas y publier la vidéo. Mentionne le bot ici pour l’y faire entrer, ou choisis un autre salon.

places-means-thread = Le salon montre la carte de chaque vidéo, et la vidéo arrive dans un fil sous sa carte.
places-means-member = Chaque membre a un fil par salon : sa première carte l’ouvre, et toutes ses cartes et vidéos suivantes y vont.
places-means-channel = Le salon montre les cartes et les vidéos, sans ouvrir de fil.
places-means-always = Ce qui est commandé dans un fil ou un post de forum y reste. Là où le bot ne peut pas ouvrir de fils, et dans les salons vocaux, tout va dans le salon lui-même.

places-thread-of = Vidéos pour { $member }
places-thread = Vidéos
