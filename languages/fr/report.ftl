report-title = Rapport
report-days = Du { $first } au { $last }
report-videos = { $videos ->
    [one] { $videos } vidéo
   *[other] { $videos } vidéos
}
report-result = Dépense : **{ $credits }** · Livraison : **{ $videos }** · Échecs : { $failed }
report-canceled = Annulées : { $videos }
report-undelivered = Créées, mais non publiées : { $videos }
report-on-the-way = En cours : { $videos }, { $credits } de côté
report-came = Elle est arrivée en moins de **{ $most }**.
report-nine-of-ten = Neuf sur dix sont arrivées en moins de **{ $most }**.
report-half = La moitié est arrivée en moins de **{ $half }**, neuf sur dix en moins de **{ $most }**.
report-most-by = Plus grosse dépense : { $member }, { $credits }.

report-described = Graphiques. Dépense : { $credits } ; livraison : { $videos } ; échecs : { $failed }
report-no-picture = L’image n’a pas pu être dessinée cette fois. Renvoie la commande pour réessayer.
report-ledger = Toutes les opérations, pour un tableur.
report-ledger-times = Le tableau suit la date des opérations, l’image celle où les vidéos ont été commandées.
report-ledger-too-large = Il y a trop d’opérations dans cette période pour Discord. Choisis une période plus courte pour les avoir en fichier.

report-chart-title = Vidéos et crédits
report-chart-credits-by-day = Crédits par jour
report-chart-credits-by-week = Crédits par semaine
report-chart-videos = Vidéos
report-chart-delivered = livrées : { $videos }
report-chart-failed = échecs : { $videos }
report-chart-models = Crédits par modèle
report-chart-members = Crédits par membre
report-chart-member = membre …{ $ending }
report-chart-others = autres
report-chart-waiting = Temps d’attente
report-chart-within = moitié en { $median }, 90 % en { $most }
report-chart-nothing = Aucune vidéo dans cette période
report-chart-seconds = { $number } s
report-chart-minutes = { $number } min
report-chart-hours = { $number } h

report-column-entry = opération
report-column-time = heure (UTC)
report-column-member = membre
report-column-kind = type
report-column-grant = bonus
report-column-job = demande
report-column-added = ajout
report-column-held = de côté
report-column-spent = dépense
report-column-actor = auteur
report-column-partner = autre membre
report-column-reason = raison
