# Glossaire : job = demande · card = carte · credits = crédits · allowance = quota · grant = bonus, crédits bonus ·
# pool = tous les membres ensemble · moderators = la modération · operator = opérateur du bot · queue = file d’attente ·
# provider = fournisseur · provider task = tâche · window, period = période · ledger entry = opération · on hold = en suspens ·
# set aside = de côté · spent = dépense, dépensé · went back = de retour, récupérer · charged = débité · post = publier ·
# to order = commander · delete = supprimer · erase = effacer · flag = signaler · report = rapport ·
# end picture = image de fin · motion brush = pinceau de mouvement.
# On tutoie. Les commandes restent en anglais, les options portent les noms de commands.ftl. Devant ; : ! ? » % et après «,
# une espace fine insécable (U+202F).

range = { $first } à { $last }

credits-count = { $credits ->
    [one] { $credits } crédit
   *[other] { $credits } crédits
}

minutes-count = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}

moment-utc = { $day }, { $time } UTC

lists-separator = { ", " }

lists-and-more = { $things } et { $more } de plus

lists-more = et { $more } de plus

seconds-count = { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}

hours-count = { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}
