quota-yours = Tes crédits
quota-newest = Vidéos récentes
quota-not-charged = Une vidéo qui ne peut pas être créée n’est pas débitée. Prix : `/models`
quota-of-member = Crédits de { $member }
quota-every-entry = Toutes les opérations : `/quota history`

quota-of-role = Quota de { $role }
quota-each = { $allowance } pour chaque membre
quota-none-of-its-own = Pas de quota propre ; pour tous : { $allowance }.
quota-which-counts = Entre plusieurs rôles, c’est le quota le plus élevé qui compte. Le quota propre d’un membre passe avant celui de tout rôle.

quota-of-server = Quotas de ce serveur
quota-renews = Se renouvelle { $countdown }, le { $moment }.
quota-together = Tous les membres ensemble
quota-granted-left = Crédits bonus restants : **{ $credits }**
quota-roles = Rôles
quota-members = Membres
quota-blocked = Membres bloqués
quota-holder = { $holder } : { $allowance }
quota-blocked-until = { $member } jusqu’au { $until } : { $reason }
quota-blocked-endless = { $member } : { $reason }
quota-somebody = Crédits d’un membre : `/quota show` avec `membre` · Limites : `/settings show`
quota-pool-used = Dépense : **{ $used }** · { $allowance }
quota-left-of = Il reste **{ $left }** sur { $limit }

quota-ledger-of = Opérations de { $member }
quota-ledger = Opérations de tous les membres
quota-ledger-empty = Rien pour l’instant.
quota-entry-whose = { $member } · { $what }
quota-entry-given-by = Don de { $partner } : **+{ $credits }**
quota-entry-granted = Bonus : **+{ $credits }**
quota-entry-reserved = De côté : **{ $credits }**
quota-entry-spent = Dépense : **{ $credits }**
quota-entry-released = De retour : **{ $credits }**
quota-entry-reset = Réinitialisation : **+{ $credits }**
quota-entry-carried = Consommé avant : **{ $credits }**
quota-entry-given-to = Don à { $partner } : **−{ $credits }**
quota-entry-taken-back = Bonus repris : **−{ $credits }**
quota-entry-reason = « { $reason } »
quota-entry-cheaper = un autre fournisseur crée la vidéo pour moins
quota-entry-grant = sur le bonus { $grant }
quota-entry-allowance = sur le quota
quota-entry-by = par { $actor }
quota-entry-job = demande { $job }
quota-entry-number = opération { $entry }

quota-given = Don de { $credits }
quota-given-left = Pour { $member }. De tes { $before } crédits bonus, il te reste **{ $after }**.

quota-has-no-limit = sans limite
quota-has-no-allowance = aucun quota
quota-has = **{ $left }** sur { $limit } jusqu’au { $until }
quota-has-granted = **{ $left }** sur { $limit } jusqu’au { $until }, plus **{ $granted }** en bonus

quota-unlimited = **Sans limite**
quota-forbidden-you = **Aucun :** tu ne peux pas commander de vidéos ici
quota-forbidden-they = **Aucun :** ce membre ne peut pas commander de vidéos ici
quota-spent = Dépense : { $spent } · De côté : { $held }
quota-pool-left = Tous les membres ensemble : il reste **{ $left }**
quota-pool = Tous les membres ensemble : **{ $allowance }**
quota-block-you = La modération te bloque, jusqu’à ce qu’elle en décide autrement : { $reason }
quota-block-they = La modération bloque ce membre, jusqu’à ce qu’elle en décide autrement : { $reason }
quota-block-until-you = Ton blocage prend fin { $countdown }, le { $moment } : { $reason }
quota-block-until-they = Son blocage prend fin { $countdown }, le { $moment } : { $reason }
quota-source-member-you = Un quota à toi
quota-source-member-they = Un quota propre à ce membre
quota-source-role-you = Le quota de { $role }, le plus élevé de tes rôles
quota-source-role-they = Le quota de { $role }, le plus élevé de ses rôles
quota-source-server = Le quota de tous sur ce serveur
quota-grants = **+{ $granted } en bonus**, utilisés après le quota
quota-grants-unusable = **+{ $granted } en bonus**, inutilisables tant que commander est interdit
quota-grant-until = **{ $left }** jusqu’au { $until }
quota-grant-endless = **{ $left }** sans expiration
quota-grant-for = { $grant } : { $reason }
quota-more-grants = { $more ->
    [one] et { $more } autre bonus
   *[other] et { $more } autres bonus
}

quota-limits = Ici : { $limits }.
quota-limit-member = { $videos } par membre à la fois
quota-limit-server = { $videos } pour tous à la fois
quota-limit-cooldown = { $wait } d’attente entre deux vidéos commandées
quota-limit-price = { $credits } au plus par vidéo

quota-no-limit = sans limite
quota-no-videos = aucune vidéo
quota-per-day = **{ $allowance }** par jour
quota-per-week = **{ $allowance }** par semaine
quota-per-month = **{ $allowance }** par mois

quota-ask = **Rien n’a été débité.** La modération peut changer cela.
quota-wait = **Rien n’a été débité.** Renvoie la commande à ce moment-là.

quota-not-enough = Pas assez de crédits
quota-price = Cette vidéo coûte **{ $credits }**.
quota-cheaper = **Rien n’a été débité.** Une vidéo plus courte ou le mode `std` coûte peut-être moins cher ; voir `/models`.
quota-cheaper-or-ask = **Rien n’a été débité.** Une vidéo plus courte ou le mode `std` coûte peut-être moins cher ; voir `/models`. La modération peut changer les limites.
quota-short-member = Il te reste **{ $left }** : il manque { $missing }.
quota-short-server = À tous les membres de ce serveur ensemble, il reste **{ $left }** : il manque { $missing }.
quota-short-operator = Au budget du bot pour tous les serveurs, il reste **{ $left }** : il manque { $missing }.
quota-enough-again = Il y en aura assez { $countdown }, le { $moment }.
quota-never-member = Attendre ne sert à rien. Tu n’en as jamais autant d’un coup, même après le renouvellement de tes crédits.
quota-never-server = Attendre ne sert à rien. C’est plus que ce que tous se partagent.
quota-never-operator = Attendre ne sert à rien. C’est plus que tout le budget d’un mois.

quota-too-many = Trop de vidéos à la fois
quota-too-many-member = Tu en as { $most } en cours, le maximum à la fois sur ce serveur.
quota-too-many-server = Les membres de ce serveur en ont ensemble { $most } en cours, le maximum à la fois sur ce serveur.
quota-next-ready = La prochaine devrait être prête { $countdown }, le { $moment }.
quota-not-now = Pas maintenant
quota-takes-none = Ce serveur ne prend pas de nouvelles vidéos pour le moment.

quota-too-soon = Un peu trop tôt
quota-cooling-down = Ce serveur impose une attente entre deux vidéos commandées. Ta prochaine sera possible { $countdown }, le { $moment }.

quota-you-are-blocked = Tu ne peux plus commander
quota-you-are-blocked-until = La modération t’empêche de commander des vidéos. Ce blocage prend fin { $countdown }, le { $moment }.
quota-you-are-blocked-endless = La modération t’empêche de commander des vidéos. Ce blocage n’a pas de fin.

quota-not-permitted = Ce serveur ne l’autorise pas
quota-only-allowance = Ton quota interdit toutes les vidéos, même avec des crédits bonus.
quota-only-role = Pour commander des vidéos, il faut l’un de ces rôles : { $allowed }.
quota-only-channel = Les vidéos se commandent dans { $allowed }.
quota-only-model = Modèles utilisables ici : { $allowed }.
quota-only-provider = Ici, les vidéos sont créées par { $allowed }.
quota-only-free = Ici, aucune vidéo ne doit coûter quoi que ce soit.
quota-only-price = Une vidéo peut coûter au plus { $credits }.

quota-not-given = Rien n’a été offert
quota-not-moved = **Aucun crédit n’a bougé.**
quota-giving-off = Sur ce serveur, les membres ne peuvent pas offrir de crédits. La modération peut changer cela.
quota-give-at-most = Tu peux offrir au plus **{ $credits }** : seulement tes crédits bonus, pas ton quota, ni rien de ce qui est de côté.

quota-member-or-role = Indique un `membre` ou un `rôle`, pas les deux.
quota-zero = 0 crédit ne change rien. Plus de 0 en accorde, moins de 0 en reprend.
quota-no-until = `fin` n’a pas de sens quand on reprend des crédits.
quota-take-back-at-most = Sur les crédits bonus de { $member }, il n’en reste que { $left } à reprendre.
quota-no-bots = Les bots ne commandent pas de vidéos et n’ont pas de crédits. Indique une personne.
quota-not-everyone = Le quota de tous se règle avec `/quota set-default`.
quota-credits-or-word = Indique soit `crédits`, soit un `mot`.

quota-until-unreadable = `fin` est illisible.
quota-until-forms = Écris une date comme `2026-12-24`, une heure comme `2026-12-24 18:00`, ou une durée comme `3 days` ou `2w`.
quota-until-past = `fin` est dans le passé.
quota-until-zone = Les heures sont celles de { $zone }, le fuseau horaire de ce serveur.
quota-until-far = `fin` est dans plus de dix ans.
quota-until-no-end = Laisse vide s’il ne doit pas y avoir de fin.

quota-give-yourself = Ces crédits sont déjà à toi. Indique un autre membre.
quota-give-bot = Les bots ne commandent pas de vidéos. Indique une personne.
quota-give-nobody = Cette personne n’est pas membre de ce serveur.
