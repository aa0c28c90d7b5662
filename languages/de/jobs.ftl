jobs-group-all = alle
jobs-group-on-the-way = in Arbeit
jobs-group-ready = fertig
jobs-group-not-made = nicht erstellt
jobs-group-on-hold = in Klärung
jobs-group-not-posted = nicht gepostet

jobs-yours = Deine Videos
jobs-yours-that-are = Deine Videos: { $group }
jobs-none-yet = Noch keine. Bestell eins mit `/animate`.
jobs-none = Gerade keine.
jobs-show-one = Alles über eins: `/jobs show`
jobs-newer = ◀ Neuere
jobs-older = Ältere ▶

jobs-next-queued = `/jobs cancel` bricht es ab, und du bekommst die Credits zurück.
jobs-next-delivered = `/jobs retry` bestellt es noch einmal. `/jobs resend` postet es erneut, falls die Nachricht gelöscht wurde.
jobs-next-deleted = `/jobs retry` bestellt es noch einmal.
jobs-next-failed = `/jobs retry` bestellt es noch einmal.
jobs-next-canceled = `/jobs retry` bestellt es noch einmal.
jobs-next-uncertain = Die Moderation entscheidet mit `/jobs resolve`.
jobs-next-undeliverable = `/jobs resend` postet es erneut, ohne weitere Kosten.

jobs-task = Aufgabe { $task }
jobs-task-unknown = unbekannt
jobs-attempt = Versuch { $attempt }

jobs-ordered-from = Bestellt bei { $provider }
jobs-price-back = **{ $price }** zurückgegeben, nichts berechnet
jobs-price-spent = **{ $price }** ausgegeben
jobs-price-held = **{ $price }** reserviert
jobs-place = Platz { $place } in der Warteschlange

jobs-ordered-at = Bestellt am { $when }
jobs-handed-over-at = Übergeben am { $when }
jobs-changed-at = Letzte Änderung { $when }

jobs-card = Karte
jobs-thread = Thread
jobs-video = Video

jobs-no-prompt = kein Prompt

jobs-canceled = Abgebrochen
jobs-went-back = **{ $price }** zurückgegeben. Es wurde nichts berechnet.

jobs-too-late = Zu spät zum Abbrechen
jobs-too-late-submitting = Es wird gerade dem Anbieter übergeben, und der lässt sich nicht mehr stoppen.
jobs-too-late-running = Der Anbieter erstellt es schon und lässt sich nicht stoppen. Das Video kommt, sobald es fertig ist.
jobs-too-late-delivering = Es ist schon erstellt und wird gleich gepostet.
jobs-too-late-uncertain = Der Anbieter hat es vielleicht und lässt sich nicht stoppen. Die Moderation entscheidet darüber.
jobs-too-late-canceled = Es wurde schon abgebrochen.
jobs-too-late-ended = Es ist schon abgeschlossen.

jobs-on-its-way = Kommt gleich
jobs-posted-soon = Das Video wird erneut gepostet, sobald es geholt ist, und nicht noch einmal berechnet.
jobs-still-there = Es ist noch da
jobs-still-stands = Die Nachricht steht noch hier: { $address }
jobs-gone = Das Video ist weg
jobs-no-longer-had = Es war schon gepostet, und der Anbieter hat es nicht mehr. `/jobs retry` bestellt es noch einmal.
jobs-not-now = Gerade nicht möglich
jobs-cannot-be-asked = Discord oder der Anbieter des Videos antwortet nicht. Versuch es in ein paar Minuten noch einmal.
jobs-deleted = Das Video wurde gelöscht
jobs-nothing-to-post = Nichts zu posten

jobs-not-ended = Dieses Video ist noch nicht abgeschlossen. Noch einmal bestellen kannst du es danach.
jobs-not-on-hold = Dieses Video ist nicht in Klärung, es gibt nichts zu entscheiden. Den Stand zeigt `/jobs show`.
jobs-late-with-task = Dieses Video ist verspätet, aber seine Aufgabe ist bekannt. Ihr könnt warten oder es aufgeben: `release`.
jobs-attach-needs-task = `attach` braucht die `aufgabe`, und nur `attach` nimmt eine.
jobs-no-such-job = So ein Video hast du hier nicht. Wähl eins der vorgeschlagenen; siehe `/jobs list`.
jobs-of-another = Diese Liste gehört jemand anderem. Deine zeigt `/jobs list`.
jobs-pictures-gone = Die Bilder zu diesem Video sind nicht mehr aufbewahrt. Häng das Bild bei `/animate` noch einmal an.
