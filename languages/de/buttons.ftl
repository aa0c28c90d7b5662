button-cancel = Abbrechen
button-again = Nochmal
button-edit = Anpassen
button-delete = Löschen
button-delete-now = Ja, löschen
button-keep = Behalten
button-flag = Melden
button-block = Mitglied sperren
button-download = Herunterladen

button-in-hand = Dein Klick wird schon bearbeitet. Einmal reicht.
button-just-ordered = Du hast das gerade erst noch einmal bestellt. Wenn du ein weiteres willst, klicke in ein paar Sekunden erneut.
button-unknown = Der Bot kennt diesen Button nicht: Er stammt aus einer anderen Version. `/jobs list` zeigt, was mit deinen Videos möglich ist.
button-no-such-job = Der Bot kennt dieses Video nicht mehr.
button-was-deleted = Dieses Video wurde gelöscht; damit geht hier nichts mehr.
button-not-yours = Das kann nur, wer dieses Video bestellt hat, oder die Moderation.

button-delete-question = Dieses Video löschen?
button-delete-means = Die Nachricht hier wird gelöscht, und niemand kann das Video noch einmal posten. Die Credits bleiben ausgegeben. Auf der Karte steht, wer es gelöscht hat.
button-deleted = Gelöscht
button-deleted-soon = Das Video ist gelöscht. Seine Nachricht verschwindet gleich, falls sie nicht schon weg ist.
button-kept = Nichts gelöscht
button-kept-why = Das Video bleibt, wo es ist.
button-empty-question = Löschen, was diese Karte zeigt?
button-empty-means = Bild und Text werden hier gelöscht, und niemand kann es von hier aus noch einmal bestellen. An den Credits ändert sich nichts. Auf der Karte steht, wer gelöscht hat.
button-emptied-soon = Bild und Text verschwinden gleich von der Karte.
button-not-deletable = Es gibt kein Video zum Löschen: Es ist noch nicht gepostet oder schon gelöscht.

button-edit-title = Dasselbe Bild noch einmal

button-flag-title = Dieses Video melden
button-flag-reason = Was stimmt damit nicht?
button-flag-about = Die Moderation dieses Servers liest es, mit deinem Namen.
button-reason-blank = Bitte schreib einen Grund in Worten.
button-flagged = Gemeldet
button-flagged-log = Die Moderation dieses Servers weiß Bescheid. Danke!
button-flagged-no-log = Die Moderation dieses Servers findet die Meldung in `/settings history`. Der Server hat keinen Kanal für Meldungen eingestellt: Sag bitte auch selbst Bescheid.
button-flagged-already = Schon gemeldet
button-flagged-already-why = Du hast dieses Video schon gemeldet. Die Moderation weiß Bescheid.
button-flagged-often = Zu viele Meldungen
button-flagged-often-why = Du hast in kurzer Zeit viele Videos gemeldet. Die nächste Meldung ist { $when } möglich.

button-block-title = Dieses Mitglied sperren
button-block-reason = Grund, den das Mitglied liest
button-block-about = Keine Bestellungen mehr bis /quota unblock.
button-nobody-to-block = Wer dieses Video bestellt hat, hat die eigenen Daten löschen lassen; es gibt niemanden zu sperren.

button-flag-show = Anzeigen
