delivery-not-fetched = La vidéo terminée n’a pas pu être récupérée chez son fournisseur.
delivery-place-gone = Le salon prévu pour la vidéo n’existe plus. La vidéo est conservée.
delivery-not-allowed = Le bot n’a pas le droit de publier la vidéo ici. La vidéo est conservée.
delivery-too-large = La vidéo est trop lourde pour ce serveur. La vidéo est conservée.
delivery-given-up = La modération a abandonné cette vidéo.
