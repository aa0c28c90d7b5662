settings-title = Réglages de ce serveur

settings-section-credits = Crédits
settings-section-time = Temps
settings-section-at-once = En même temps
settings-section-who-and-where = Qui et où
settings-section-what = Quoi
settings-section-moderators = Modération

settings-line = { $name } : **{ $value }**
# Sans accord en genre : $name peut être un salon, un rôle ou un modèle.
settings-line-deleted = { $name } : **n’existe plus**
settings-line-all-deleted = { $deleted ->
    [one] { $name } : **{ $deleted } qui n’existe plus**
   *[other] { $name } : **{ $deleted } qui n’existent plus**
}
settings-line-some-deleted = { $deleted ->
    [one] { $name } : **{ $value }**, et { $deleted } qui n’existe plus
   *[other] { $name } : **{ $value }**, et { $deleted } qui n’existent plus
}

settings-allowance-day = { $allowance } par jour
settings-allowance-week = { $allowance } par semaine
settings-allowance-month = { $allowance } par mois
settings-words = { $words ->
    [one] { $words } mot
   *[other] { $words } mots
}

settings-gone-channels = Personne ne peut donc commander nulle part : ajoute un salon, ou vide la liste.
settings-gone-roles = Personne ne peut donc commander : ajoute un rôle, ou vide la liste.
settings-gone-models = Aucune vidéo ne peut donc être créée : ajoute un modèle, ou vide la liste.

settings-no-words = Aucun.
settings-no-adult-words = Seulement ceux d’origine.

settings-hidden-commands = Discord lui-même cache les commandes de modération aux membres sans « Gérer le serveur ». Un administrateur peut les montrer à ces rôles dans Paramètres du serveur > Intégrations.

settings-nothing-usable = Avec ces réglages, il ne reste aucun modèle pour créer une vidéo : chaque `/animate` est refusé.
settings-all-too-dear = Aucune vidéo ne coûte si peu : la moins chère coûte { $cheapest }, donc chaque `/animate` est refusé.
settings-pool-too-small = Tous les membres ensemble en ont trop peu pour une vidéo : la moins chère coûte { $cheapest }, donc chaque `/animate` est refusé.
settings-grants-only = À lui seul, c’est trop peu pour une vidéo : la moins chère coûte { $cheapest }.
settings-provider-off = { $provider } n’est pas activé par l’opérateur du bot pour le moment.

settings-set-and-lift = Impossible de fixer et de lever `{ $limit }` à la fois.
settings-no-limit-named = Indique au moins une limite, ou une à `lever`.
settings-no-window-named = Indique une `période`, un `fuseau`, ou les deux.
settings-no-model = Il n’y a pas de modèle « { $typed } ».
settings-did-you-mean = Tu voulais dire { $names } ?
settings-see-models = Voir `/models`.
settings-no-zone = Il n’y a pas de fuseau horaire « { $typed } ».
settings-zone-form = Utilise un nom comme Europe/Berlin ou America/New_York.
settings-clear-alone = `vider` oublie tout ; laisse `{ $option }` vide, ou utilise `retirer`.
settings-tidy-alone = `ranger` retire ce qui n’existe plus ; laisse `{ $option }` vide, ou utilise `retirer`.
settings-name-to-add = Indique dans `{ $option }` ce qu’il faut ajouter.
settings-name-to-remove = Indique dans `{ $option }` ce qu’il faut retirer.
settings-nothing-known = Discord n’a pas encore dit au bot ce qu’il y a sur ce serveur. Réessaie dans une minute.
settings-not-everyone = @everyone ne convient pas : indique un rôle que seuls certains membres ont, ou utilise `vider`.
settings-missing-permissions = Dans { $channel }, il manque au bot : { $permissions }.
settings-give-permissions = Donne-lui ces permissions là-bas, ou choisis un autre salon.

settings-full-channels = La liste prend { $most } salons au plus ; elle en a { $now }.
settings-full-roles = La liste prend { $most } rôles au plus ; elle en a { $now }.
settings-full-models = La liste prend { $most } modèles au plus ; elle en a { $now }.
settings-full-providers = La liste prend { $most } fournisseurs au plus ; elle en a { $now }.
settings-full-words = La liste prend { $most } mots au plus ; elle en a { $now }.
settings-all-exist-channels = Rien à ranger : tous les salons de la liste existent.
settings-all-exist-roles = Rien à ranger : tous les rôles de la liste existent.
settings-all-exist-models = Rien à ranger : tous les modèles de la liste existent.
settings-none-exists-channels = Aucun salon de la liste n’existe encore, et avec une liste vide, tous sont permis.
settings-none-exists-roles = Aucun rôle de la liste n’existe encore, et avec une liste vide, tous sont permis.
settings-none-exists-models = Aucun modèle de la liste n’existe encore, et avec une liste vide, tous sont permis.
settings-add-or-clear = Utilise d’abord `ajouter` pour ce qui doit être permis, ou `vider` pour toute la liste.
settings-all-allowed-channels = Tous les salons sont permis pour l’instant. Ajoute ceux qui doivent l’être : les autres ne le seront plus.
settings-all-allowed-roles = Tous les rôles sont permis pour l’instant. Ajoute ceux qui doivent l’être : les autres ne le seront plus.
settings-all-allowed-models = Tous les modèles sont permis pour l’instant. Ajoute ceux qui doivent l’être : les autres ne le seront plus.
settings-all-allowed-providers = Tous les fournisseurs sont permis pour l’instant. Ajoute ceux qui doivent l’être : les autres ne le seront plus.
settings-none-left-channels = Il n’en resterait aucun, et alors tous les salons sont permis. Utilise `vider` si c’est ce que tu veux.
settings-none-left-roles = Il n’en resterait aucun, et alors tous les rôles sont permis. Utilise `vider` si c’est ce que tu veux.
settings-none-left-models = Il n’en resterait aucun, et alors tous les modèles sont permis. Utilise `vider` si c’est ce que tu veux.
settings-none-left-providers = Il n’en resterait aucun, et alors tous les fournisseurs sont permis. Utilise `vider` si c’est ce que tu veux.

settings-word-too-long = Un mot fait { $most } caractères au plus ; « { $word }… » en a { $length }.
settings-word-not-findable = « { $word } » ne contient rien qu’on puisse trouver dans un prompt.
settings-no-word-named = Indique un mot ou plusieurs, séparés par des virgules.
