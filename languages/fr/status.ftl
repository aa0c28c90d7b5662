status-title = Comment tout se passe

status-here = Vidéos de ce serveur
status-nothing-open = Rien n’attend, et rien n’est en cours de création.
status-open = En attente : **{ $waiting }** · en cours : **{ $making }**
status-oldest = La plus ancienne en attente a été commandée { $when }.
status-others = Sur d’autres serveurs : en attente { $waiting }, en cours { $making }

status-stuck = À voir peut-être
status-stuck-late = { $number ->
    [one] **{ $number }** prend beaucoup trop de temps. Le bot continue d’interroger son fournisseur ; `/jobs resolve` y met fin.
   *[other] **{ $number }** prennent beaucoup trop de temps. Le bot continue d’interroger leurs fournisseurs ; `/jobs resolve` y met fin.
}
status-stuck-uncertain = { $number ->
    [one] **{ $number }** est en suspens : son fournisseur ne dit pas ce qu’elle est devenue. `/jobs resolve` tranche.
   *[other] **{ $number }** sont en suspens : leurs fournisseurs ne disent pas ce qu’elles sont devenues. `/jobs resolve` tranche.
}
status-stuck-undeliverable = { $number ->
    [one] **{ $number }** est terminée et n’a pas pu être publiée. Donnez au bot ce qui lui manque, puis `/jobs resend` la publie.
   *[other] **{ $number }** sont terminées et n’ont pas pu être publiées. Donnez au bot ce qui lui manque, puis `/jobs resend` les publie.
}

status-providers = Fournisseurs, ces 24 dernières heures
status-provider-idle = { $provider } : rien de terminé
status-provider = { $provider } : { $made } sur { $ended } créées
status-provider-time = { $provider } : { $made } sur { $ended } créées, en { $time } d’habitude
status-paused = En pause, nouvel essai { $when } : le compte chez ce fournisseur ne marche pas ; l’opérateur du bot peut le réparer.
status-paused-model = { $model } est en pause, nouvel essai { $when } : il n’est pas disponible pour le moment.

status-bot = Le bot
status-well = Discord, la base de données et tous les processus vont bien.
status-wrong-gateway = Il n’est pas connecté à Discord.
status-wrong-database = Sa base de données n’accepte rien ; on ne peut rien commander.
status-wrong-loops = Certains de ses processus sont arrêtés. Son opérateur devrait regarder les journaux.
status-version = Stillmotion { $version }
