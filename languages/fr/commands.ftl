command-animate = animer
    .description = Transforme une image en courte vidéo

menu-animate-image = Animer l’image

command-models = modèles
    .description = Les modèles, ce qu’ils savent faire et le prix d’une vidéo

command-help = aide
    .description = Comment transformer une image en vidéo

command-status = statut
    .description = Comment tout se passe, et ce qui est bloqué

command-mydata = mes-données
    .description = Ce qui est enregistré sur toi

command-mydata-export = exporter
    .description = Tout ce qui est enregistré sur toi, dans un fichier

command-mydata-delete = effacer
    .description = Effacer tout ce qui est enregistré sur toi ; demande confirmation

command-jobs = demandes
    .description = Tes vidéos

command-jobs-list = liste
    .description = Tes vidéos : où elles en sont, et où elles sont

command-jobs-show = afficher
    .description = Tout sur une vidéo

command-jobs-cancel = annuler
    .description = Annuler une vidéo qui attend encore son tour

command-jobs-retry = refaire
    .description = Commander une vidéo à nouveau, avec la même image et les mêmes options

command-jobs-resend = republier
    .description = Publier à nouveau une vidéo terminée qui n’a pas pu l’être, ou a été supprimée

command-jobs-resolve = trancher
    .description = Modération : décider pour une vidéo en suspens

command-usage = solde
    .description = Tes crédits

command-usage-show = afficher
    .description = Combien de crédits il te reste, quand ils se renouvellent et où ils sont passés

command-usage-give = offrir
    .description = Offrir de tes crédits bonus à un autre membre

command-quota = quota
    .description = Ce que les membres peuvent dépenser

command-quota-show = afficher
    .description = Les quotas du serveur, d’un membre ou d’un rôle

command-quota-grant = bonus
    .description = Donner à un membre des crédits bonus, utilisés après son quota

command-quota-set-member = pour-membre
    .description = Donner à un membre son propre quota

command-quota-set-role = pour-rôle
    .description = Donner un quota à tous ceux qui ont un rôle

command-quota-set-default = pour-tous
    .description = Ce que peut dépenser toute personne sans autre quota

command-quota-reset = réinitialiser
    .description = Oublier ce qu’un membre a consommé de son quota actuel

command-quota-block = bloquer
    .description = Empêcher un membre de commander ; ses vidéos en cours arrivent quand même

command-quota-unblock = débloquer
    .description = Laisser un membre bloqué commander à nouveau

command-quota-report = rapport
    .description = Crédits, vidéos et temps d’attente d’une période, en image et en tableau

command-quota-history = opérations
    .description = Toutes les opérations, de la plus récente à la plus ancienne

command-settings = réglages
    .description = Comment ce serveur utilise le bot

command-settings-show = afficher
    .description = Tous les réglages de ce serveur

command-settings-channels = salons
    .description = Salons où l’on peut commander des vidéos ; tous, si la liste est vide

command-settings-roles = rôles
    .description = Rôles qui peuvent commander des vidéos ; tout le monde, si la liste est vide

command-settings-moderator-roles = rôles-modération
    .description = Rôles qui peuvent utiliser les commandes de modération de ce bot

command-settings-models = modèles
    .description = Modèles utilisables ; tous, si la liste est vide

command-settings-providers = fournisseurs
    .description = Fournisseurs qui peuvent créer des vidéos ; tous, si la liste est vide

command-settings-limits = limites
    .description = Combien on peut dépenser, et combien de vidéos peuvent être en cours

command-settings-window = période
    .description = Quand les quotas se renouvellent

command-settings-log-channel = salon-journal
    .description = Où les changements de la modération sont publiés

command-settings-words = mots
    .description = Mots interdits dans les prompts, et mots liés au contenu pour adultes

command-settings-adult = adultes
    .description = Où les prompts avec des mots pour adultes sont acceptés

command-settings-place = lieu
    .description = Où les vidéos sont publiées

command-settings-language = langue
    .description = La langue des messages du bot

command-settings-giving = dons
    .description = Si les membres peuvent s’offrir des crédits bonus

command-settings-history = historique
    .description = Qui a changé quoi, et pourquoi

option-image = image
    .about-animate = L’image de départ

option-prompt = prompt
    .about-animate = Ce qui doit se passer dans la vidéo

option-negative-prompt = prompt_négatif
    .about-animate = Ce qu’on ne doit pas voir dans la vidéo

option-model = modèle
    .about-animate = Quel modèle la crée ; voir /models
    .about-settings-models = Voir /models

option-duration = durée
    .about-animate = En secondes ; la plupart des modèles font 5 ou 10

option-mode = mode
    .about-animate = Qualité ; la moins chère si tu ne choisis pas

option-cfg-scale = cfg_scale
    .about-animate = À quel point suivre le prompt : 0 librement, 1 strictement

option-end-image = image_fin
    .about-animate = L’image sur laquelle finir

option-camera = caméra
    .about-animate = Comment la caméra bouge

option-camera-value = force_caméra
    .about-animate = À quel point elle bouge, de -10 à 10 ; pas pour les mouvements fixes

option-aspect-ratio = format
    .about-animate = Largeur et hauteur de la vidéo

option-sound = son
    .about-animate = Créer aussi le son

option-voices = voix
    .about-animate = ID de 2 voix au plus, séparés par une virgule ; dans le prompt : <<<voice_1>>>

option-static-mask = masque_fixe
    .about-animate = Une image de même forme, blanche là où rien ne doit bouger

option-motion = mouvement
    .about-animate = Zones et trajets qu’elles suivent, en JSON ; voir /help

option-watermark = filigrane
    .about-animate = Avec le filigrane du fournisseur

option-provider = fournisseur
    .about-animate = Qui la crée ; le moins cher si tu ne choisis pas
    .about-settings-providers = Qui crée des vidéos

option-state = état
    .about-jobs-list = Seulement celles dans cet état

option-job = demande
    .about-jobs = Quelle vidéo ; son ID est sur sa carte

option-outcome = issue
    .about-jobs-resolve = Ce qu’elle doit devenir

option-task = tâche
    .about-jobs-resolve = Avec attach : l’ID de la tâche chez le fournisseur

option-reason = raison
    .about-jobs-resolve = Pourquoi ; conservé avec la décision
    .about-quota = Pourquoi ; conservé avec le changement
    .about-quota-block = Pourquoi ; le membre le lit
    .about-usage-give = Pourquoi ; conservé avec le don

option-member = membre
    .about-usage-give = Qui les reçoit
    .about-quota-show = Le membre dont tu veux voir les crédits
    .about-quota-grant = Qui les reçoit
    .about-quota-set-member = Le membre dont c’est le quota
    .about-quota-reset = Le membre dont le quota redevient entier
    .about-quota-block = Qui
    .about-quota-history = Le membre dont tu veux les opérations ; tous si tu n’en choisis pas

option-role = rôle
    .about-quota-show = Le rôle dont tu veux voir le quota
    .about-quota-set-role = Le rôle dont c’est le quota
    .about-settings-roles = Un rôle ; un seul d’entre eux suffit
    .about-settings-moderator-roles = Un rôle de modération

option-credits = crédits
    .about-usage-give = Combien
    .about-quota = Crédits par période ; ou choisis plutôt un mot
    .about-quota-grant = Combien ; moins de 0 reprend des crédits bonus

option-word = mot
    .about-quota-set-member = Par défaut : à nouveau celui des rôles ou du serveur
    .about-quota-set-role = Par défaut : plus de quota propre au rôle
    .about-quota-set-default = Au lieu de crédits

option-until = fin
    .about-quota = Fin, dans le fuseau du serveur : 2026-12-24, 2026-12-24 18:00, 3 days ou 2w

option-period = période
    .about-quota-report = Jours dans le fuseau horaire du serveur
    .about-settings-window = Combien de temps dure un quota ; les semaines commencent le lundi

option-time-zone = fuseau
    .about-settings-window = Comme Europe/Berlin

option-action = action
    .about-settings = Ajouter, retirer, tout vider, ou ranger : oublier ce qui n’existe plus
    .about-settings-providers = Ajouter, retirer, ou tout vider
    .about-settings-words = Que faire de la liste

option-channel = salon
    .about-settings-channels = Un salon avec ses fils, ou une catégorie avec ses salons
    .about-settings-log-channel = Un salon où le bot peut publier ; aucun : désactivé

option-pool = commun
    .about-settings-limits = Crédits de tous les membres ensemble par période

option-most-credits = prix_max
    .about-settings-limits = Crédits qu’une vidéo peut coûter

option-member-running = par_membre
    .about-settings-limits = Vidéos d’un membre en cours à la fois

option-server-running = par_serveur
    .about-settings-limits = Vidéos du serveur en cours à la fois

option-cooldown = attente
    .about-settings-limits = Secondes entre deux vidéos commandées par un membre

option-confirm-percent = confirmer_dès
    .about-settings-limits = Demander si une vidéo coûte tant de pour cent des crédits d’un membre ; 0 : jamais

option-lift = lever
    .about-settings-limits = Rendre cette limite à nouveau sans limite

option-kind = type
    .about-settings-words = Interdits partout, ou contenu pour adultes

option-words = mots
    .about-settings-words = Un mot ou plusieurs, séparés par des virgules

option-where = où
    .about-settings-adult = Les mots d’origine et ceux du serveur comptent ; voir /settings words
    .about-settings-place = Dans un fil sous chaque carte, dans un fil par membre, ou dans le salon

option-language = langue
    .about-settings-language = Des cartes, vidéos et du salon de journal ; chacun lit ses réponses dans sa langue

option-allowed = permis
    .about-settings-giving = Si /usage give est possible

choice-mode-std = std : rapide et bon marché
choice-mode-pro = pro : meilleure qualité
choice-mode-4k = 4k : la plus nette

# pan, tilt et roll restent ceux de Kling : leurs axes ne sont pas ceux des mots français.
choice-camera-horizontal = horizontal
choice-camera-vertical = vertical
choice-camera-pan = pan
choice-camera-tilt = tilt
choice-camera-roll = roll
choice-camera-zoom = zoom
choice-camera-down-back = recul vers le bas
choice-camera-forward-up = avance vers le haut
choice-camera-right-turn-forward = avance en tournant à droite
choice-camera-left-turn-forward = avance en tournant à gauche

choice-outcome-attach = attach : le fournisseur en a fait une tâche ; l’attendre
choice-outcome-release = release : rendre les crédits ; pas de vidéo
choice-outcome-again = again : l’envoyer à nouveau ; le fournisseur n’a sûrement pas de tâche

choice-word-unlimited = sans limite
choice-word-forbidden = interdit
choice-word-default = par défaut

choice-span-today = aujourd’hui
choice-span-yesterday = hier
choice-span-this-week = cette semaine
choice-span-last-week = la semaine dernière
choice-span-this-month = ce mois-ci
choice-span-last-month = le mois dernier
choice-span-7-days = les 7 derniers jours
choice-span-30-days = les 30 derniers jours

choice-action-add = ajouter
choice-action-remove = retirer
choice-action-clear = vider
choice-action-tidy = ranger
choice-action-list = afficher

choice-kind-forbidden = interdits
choice-kind-adult = pour adultes

option-topic = sujet
    .about-help = Ce que tu aimerais savoir
