report-title = Bericht
report-days = { $first } bis { $last }
report-videos = { $videos ->
    [one] { $videos } Video
   *[other] { $videos } Videos
}
report-result = **{ $credits }** ausgegeben · **{ $videos }** geliefert · { $failed } fehlgeschlagen
report-canceled = { $videos } abgebrochen
report-undelivered = { $videos } erstellt, aber nicht gepostet
report-on-the-way = { $videos } in Arbeit, { $credits } reserviert
report-came = Es kam innerhalb von **{ $most }**.
report-nine-of-ten = Neun von zehn kamen innerhalb von **{ $most }**.
report-half = Die Hälfte kam innerhalb von **{ $half }**, neun von zehn innerhalb von **{ $most }**.
report-most-by = Am meisten ausgegeben hat { $member }: { $credits }.

report-described = Diagramme: { $credits } ausgegeben, { $videos } geliefert, { $failed } fehlgeschlagen
report-no-picture = Das Bild ließ sich diesmal nicht zeichnen. Schick den Befehl für einen neuen Versuch noch einmal.
report-ledger = Jede Buchung, für eine Tabellenkalkulation.
report-ledger-times = In der Tabelle zählt, wann gebucht wurde, im Bild, wann bestellt wurde.
report-ledger-too-large = Die Buchungen dieses Zeitraums sind zu viele für Discord. Wähl einen kürzeren Zeitraum, um sie als Datei zu bekommen.

report-chart-title = Videos und Credits
report-chart-credits-by-day = Credits pro Tag
report-chart-credits-by-week = Credits pro Woche
report-chart-videos = Videos
report-chart-delivered = { $videos } geliefert
report-chart-failed = { $videos } fehlgeschlagen
report-chart-models = Credits nach Modell
report-chart-members = Credits nach Mitglied
report-chart-member = Mitglied …{ $ending }
report-chart-others = andere
report-chart-waiting = Wartezeit
report-chart-within = Hälfte in { $median }, 90 % in { $most }
report-chart-nothing = Keine Videos in diesem Zeitraum
report-chart-seconds = { $number } s
report-chart-minutes = { $number } min
report-chart-hours = { $number } h

report-column-entry = Buchung
report-column-time = Zeit (UTC)
report-column-member = Mitglied
report-column-kind = Art
report-column-grant = Bonus
report-column-job = Auftrag
report-column-added = hinzu
report-column-held = reserviert
report-column-spent = ausgegeben
report-column-actor = durch
report-column-partner = Gegenseite
report-column-reason = Grund
