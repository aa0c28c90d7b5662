providers-wrong = Quelque chose s’est mal passé chez le fournisseur de vidéos.
providers-unreachable = Le fournisseur de vidéos est injoignable pour le moment.
providers-silent = Le fournisseur de vidéos n’a pas répondu.
providers-busy = Le fournisseur de vidéos est débordé.
providers-model-gone = Ce modèle a été arrêté par son fournisseur. Choisis-en un autre avec /models.
providers-task-unknown = Le fournisseur de vidéos ne connaît plus cette tâche.
providers-operator = L’opérateur du bot doit réparer son accès au fournisseur de vidéos.
providers-out-of-money = Le solde du bot chez le fournisseur de vidéos est épuisé. Seul son opérateur peut le recharger.

providers-refused = Le fournisseur de vidéos a refusé cette requête.
providers-refused-silently = Le fournisseur de vidéos a refusé cette requête sans donner de raison.
providers-refused-because = Le fournisseur de vidéos a refusé cette requête : « { $reason } ».
providers-failed = Le fournisseur de vidéos n’a pas pu créer cette vidéo.
providers-failed-silently = Le fournisseur de vidéos n’a pas pu créer cette vidéo et n’a pas donné de raison.
providers-failed-because = Le fournisseur de vidéos n’a pas pu créer cette vidéo : « { $reason } ».
providers-no-video = Le fournisseur de vidéos dit que cette vidéo est prête, mais n’a donné aucune adresse pour la récupérer pendant un jour entier.

providers-content-filter = Le filtre de contenu du fournisseur l’a bloquée. Ces filtres sont prudents et bloquent aussi des images et des prompts anodins ; d’autres mots ou une autre image passeront peut-être.
providers-too-large = Le fournisseur de vidéos trouve ces images trop lourdes. Des fichiers plus légers passeront peut-être.
providers-supplier = Ce fournisseur de vidéos a des soucis avec son propre prestataire. Un autre fournisseur marchera peut-être maintenant, ou celui-ci plus tard.
providers-shape = La taille ou la forme de cette image ne convient pas au fournisseur de vidéos : il faut au moins 300 pixels de chaque côté, et le plus long peut faire au plus 2,5 fois le plus court.
providers-unreadable = Le fournisseur de vidéos n’a pas pu lire cette image. L’enregistrer à nouveau en JPG ou PNG suffit souvent.
providers-words-too-long = Prompt et prompt négatif font ensemble { $length } caractères ; ce modèle en prend { $limit }. Plus court, ça marchera.

providers-others-work = { $why } Ces modèles marchent : { $models }.
