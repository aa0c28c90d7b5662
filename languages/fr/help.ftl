help-title = Transforme une image en courte vidéo
help-step-1 = Envoie `/animate`, joins une image et, si tu veux, dis dans `prompt` ce qui doit bouger.
help-step-2 = Tu vois tout de suite le prix, et une carte dans le salon montre où en est la vidéo.
help-step-3 = Quelques minutes plus tard, la vidéo est publiée, et tu reçois une mention.
help-commands-models = `/models` ce qui est possible, avec les prix
help-commands-usage = `/usage show` tes crédits
help-commands-jobs = `/jobs list` tes vidéos
help-wrong = Une vidéo est nuisible ? Appuie sur **{ $button }** en dessous. Elle est ratée ou bloquée ? Préviens la modération de ce serveur et donne la demande indiquée sur sa carte.

help-topics = En savoir plus sur…
help-topic-overview = Vue d’ensemble

help-topic-start = Ta première vidéo
help-topic-pictures = Images
help-topic-options = Options
help-topic-credits = Crédits
help-topic-problems = En cas de problème
help-topic-moderators = Pour la modération
help-topic-privacy = Données et règles

help-start-attach = Envoie `/animate` et joins une image. Toutes les autres options sont facultatives.
help-start-menu = Ou ouvre le menu d’un message avec une image (appui long ou clic droit) et choisis **Applications**, puis **{ $entry }**.
help-start-prompt = Dis dans `prompt`, avec des mots simples, ce qui doit se passer : *elle sourit, et la caméra s’approche lentement*. Un ou deux mouvements, c’est l’idéal.
help-start-price = Tu vois tout de suite le prix. Pour une vidéo chère, on te demande d’abord.
help-start-card = La carte montre la place dans la file d’attente et le temps prévu. Inutile d’attendre : tu reçois une mention quand la vidéo est là.
help-start-more = Sous la vidéo, **{ $again }** commande la même encore une fois, et **{ $edit }** te laisse d’abord changer ses options.

help-pictures-size = Au moins 300 pixels de chaque côté, au plus 2,5 fois plus longue que large, jusqu’à 10 Mo.
help-pictures-kinds = JPG et PNG sont pris tels quels ; WebP, GIF et d’autres sont convertis.
help-pictures-fit = Une image trop longue, trop petite ou trop lourde s’adapte en un clic ; tu la vois d’abord.
help-pictures-end = Avec certains modèles, `image_fin` est l’image sur laquelle la vidéo se termine.
help-pictures-good = Une image nette, avec un seul sujet, bien éclairé et non coupé, donne les meilleures vidéos.

help-options-model = **`modèle`** : `/models` montre ce que chacun sait faire et son prix.
help-options-length = **`durée`**, **`mode`** : une vidéo plus longue, `pro` et `4k` coûtent plus cher.
help-options-negative = **`prompt_négatif`** : ce qu’on ne doit pas voir.
help-options-cfg = **`cfg_scale`** : à quel point suivre le prompt, de 0 (librement) à 1 (strictement).
help-options-camera = **`caméra`**, **`force_caméra`** : comment la caméra bouge, et à quel point.
help-options-others = **`format`**, **`son`**, **`voix`**, **`filigrane`** : avec les modèles qui savent le faire.
help-options-brush = **`mouvement`** déplace des zones de l’image le long de trajets : { $shape }, en pixels depuis le coin haut gauche. **`masque_fixe`** est blanc là où rien ne doit bouger.
help-options-provider = **`fournisseur`** : qui la crée. Sans choix, le moins cher qui convient.

help-credits-worth = Un crédit vaut un cent américain du prix affiché par le fournisseur. Tous les prix sont dans `/models`.
help-credits-aside = Les crédits sont mis de côté à la commande et dépensés quand la vidéo est publiée. Si elle ne peut pas être créée, tu les récupères.
help-credits-left = `/usage show` dit ce qu’il te reste, quand ça se renouvelle et où c’est passé.
help-credits-short = Pas assez ? Prends une vidéo plus courte ou un modèle moins cher, ou demande à la modération.
help-credits-give = `/usage give` offre de tes crédits bonus, si ce serveur le permet.

help-problems-waiting = **C’est long.** La carte montre la place et le temps ; inutile de renvoyer quoi que ce soit. Le bot s’occupe des retards.
help-problems-cancel = **Tu n’en veux plus.** `/jobs cancel` tant qu’elle est dans la file d’attente, et tu récupères les crédits. Ensuite, le fournisseur ne peut plus être arrêté.
help-problems-failed = **Elle a échoué.** Tu as récupéré les crédits. `/jobs retry` la commande à nouveau.
help-problems-refused = **Elle a été refusée.** Les fournisseurs vérifient images et mots. Essaie-en d’autres ; un refus ne coûte rien.
help-problems-lost = **Elle n’a pas été publiée, ou a été supprimée.** `/jobs resend` la publie à nouveau, sans rien coûter.
help-problems-hold = **Elle est en suspens.** Personne ne peut dire si elle est en train d’être créée. La modération décide, et tes crédits restent de côté d’ici là.
help-problems-else = **Autre chose.** Préviens la modération de ce serveur et donne la demande indiquée sur la carte.

help-moderators-allowance = `/quota set-default` ce que chaque membre peut dépenser ; `/quota set-role`, `/quota set-member` et `/quota grant` pour les exceptions
help-moderators-limits = `/settings limits` ce que tous peuvent dépenser ensemble, et le prix maximum d’une vidéo
help-moderators-where = `/settings channels`, `/settings roles` et `/settings models` : où, par qui et avec quoi les vidéos sont créées
help-moderators-words = `/settings words` et `/settings adult` : ce qu’on peut demander
help-moderators-log = `/settings log-channel` où vous lisez les signalements et ce qui vous attend ; `/jobs resolve` tranche pour une vidéo en suspens
help-moderators-report = `/quota report` qui a dépensé quoi ; `/quota block` bloque quelqu’un
help-moderators-status = `/status` comment tout se passe, et ce qui est bloqué
help-moderators-roles = La modération, ce sont les membres avec « Gérer le serveur » ; `/settings moderator-roles` y ajoute des rôles.

help-privacy-made = Toutes les vidéos sont créées par une IA, et c’est indiqué. Ne les fais pas passer pour vraies.
help-privacy-rights = Utilise seulement des images que tu as le droit d’utiliser, et le visage des autres seulement s’ils sont d’accord.
help-privacy-report = Une vidéo est nuisible ? Appuie sur **{ $button }** en dessous. La modération de ce serveur le lit et peut la supprimer.
help-privacy-stored = Images et prompts vont chez le fournisseur qui crée la vidéo. Le bot les conserve, avec leur prix, et un certain temps la vidéo elle-même.
help-privacy-own = `/mydata export` te donne tout ce qui est enregistré sur toi, `/mydata delete` l’efface.
