state-queued = In der Warteschlange
state-submitting = Wird übergeben
state-running = Wird erstellt
state-delivering = Erstellt, kommt gleich
state-delivered = Fertig
state-failed = Nicht erstellt
state-canceled = Abgebrochen
state-uncertain = In Klärung
state-undeliverable = Erstellt, aber nicht gepostet
state-deleted = Gelöscht

card-now-queued = Für { $member }. Sobald es an der Reihe ist, dauert es meist { $time }.
card-now-running = Für { $member }. Voraussichtlich fertig um { $at } ({ $when }).
card-now-late = Für { $member }. Es dauert viel länger als sonst und wird gepostet, sobald es fertig ist. Bis dahin bleiben { $price } reserviert.
card-now-delivering = Für { $member }. Das Video wird gleich gepostet.
card-now-delivered = Für { $member }. Das Video ist gepostet.
card-now-delivered-below = Für { $member }. Das Video ist im Thread unter dieser Karte.
card-now-deleted = Für { $member }. Das Video wurde { $when } von { $actor } gelöscht.
card-now-emptied = Für { $member }. Bild und Text wurden { $when } von { $actor } gelöscht.
card-now-failed = Für { $member }. Es wurde nichts berechnet: { $price } zurückgegeben.
card-now-canceled = Für { $member }. Es wurde nichts berechnet: { $price } zurückgegeben.
card-now-uncertain = Für { $member }. Der Videoanbieter sagt nicht, was aus diesem Video geworden ist; deshalb wird nichts doppelt gesendet. { $price } bleiben reserviert, bis die Moderation entschieden hat.
card-now-undeliverable = Für { $member }.

card-next = Als Nächstes dran.
card-place = Platz { $place } in der Warteschlange.
card-unstoppable = Abbrechen geht nicht mehr: Der Anbieter lässt sich nicht stoppen.

card-not-made = Das Video konnte nicht erstellt werden.
card-not-taken = Discord hat das Video nicht angenommen.

card-picture = Das Bild, aus dem ein Video wird
card-watch = Video ansehen
card-job = Auftrag { $job }

card-thread-of = Video für { $member }
card-thread = Ein neues Video

card-result = { $member }, dein Video ist fertig.
card-made-with-ai = mit KI erstellt

card-without = ohne: { $words }
card-seconds = { $seconds } s
card-by = von { $provider }
card-end-picture = Endbild
card-cfg = cfg { $value }
card-camera = Kamera { $move }
card-camera-by = Kamera { $move } { $strength }
card-motion-brush = Bewegungspinsel
card-sound = Ton
card-voices = { $voices ->
    [one] { $voices } Stimme
   *[other] { $voices } Stimmen
}
card-watermark = Wasserzeichen
card-set-aside = { $price } reserviert
card-not-charged = nicht berechnet
