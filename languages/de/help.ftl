help-title = Mach aus einem Bild ein kurzes Video
help-step-1 = Schick `/animate`, häng ein Bild an und schreib in `prompt`, wenn du magst, was sich bewegen soll.
help-step-2 = Du erfährst sofort, was es kostet, und eine Karte im Kanal zeigt, wie weit es ist.
help-step-3 = Ein paar Minuten später wird das Video gepostet, und du wirst erwähnt.
help-commands-models = `/models` was es gibt und was es kostet
help-commands-usage = `/usage show` deine Credits
help-commands-jobs = `/jobs list` deine Videos
help-wrong = Ist ein Video schädlich? Drück darunter **{ $button }**. Ist es falsch oder hängt es? Sag der Moderation dieses Servers Bescheid und nenn den Auftrag auf der Karte.

help-topics = Mehr über …
help-topic-overview = Überblick

help-topic-start = Dein erstes Video
help-topic-pictures = Bilder
help-topic-options = Optionen
help-topic-credits = Credits
help-topic-problems = Wenn etwas hakt
help-topic-moderators = Für die Moderation
help-topic-privacy = Daten und Regeln

help-start-attach = Schick `/animate` und häng ein Bild an. Alle anderen Optionen kannst du weglassen.
help-start-menu = Oder öffne das Menü einer Nachricht mit Bild (lange drücken oder Rechtsklick) und wähl **Apps**, dann **{ $entry }**.
help-start-prompt = Schreib in `prompt` mit einfachen Worten, was passieren soll: *sie lächelt, und die Kamera kommt langsam näher*. Ein oder zwei Bewegungen klappen am besten.
help-start-price = Du erfährst sofort, was es kostet. Bei teuren Videos wirst du vorher gefragt.
help-start-card = Die Karte zeigt den Platz in der Warteschlange und wie lange es dauert. Du musst nicht warten: Du wirst erwähnt, wenn das Video da ist.
help-start-more = Unter dem Video bestellt **{ $again }** dasselbe noch einmal, und mit **{ $edit }** änderst du vorher die Optionen.

help-pictures-size = Mindestens 300 Pixel auf jeder Seite, höchstens 2,5-mal so lang wie breit, bis 10 MB.
help-pictures-kinds = JPG und PNG werden so genommen, wie sie sind; WebP, GIF und andere werden umgewandelt.
help-pictures-fit = Ein zu langes, zu kleines oder zu großes Bild lässt sich mit einem Klick anpassen; du siehst es vorher.
help-pictures-end = Bei manchen Modellen ist `endbild` das Bild, mit dem das Video endet.
help-pictures-good = Klare Bilder mit einem Motiv, gut beleuchtet und nicht angeschnitten, geben die besten Videos.

help-options-model = **`modell`**: `/models` zeigt, was jedes kann und kostet.
help-options-length = **`dauer`**, **`modus`**: Längere Videos, `pro` und `4k` kosten mehr.
help-options-negative = **`negativer_prompt`**: was nicht zu sehen sein soll.
help-options-cfg = **`cfg_scale`**: wie genau der Prompt befolgt wird, von 0 (frei) bis 1 (streng).
help-options-camera = **`kamera`**, **`kamera_wert`**: wie sich die Kamera bewegt und wie stark.
help-options-others = **`seitenverhältnis`**, **`ton`**, **`stimmen`**, **`wasserzeichen`**: bei Modellen, die das können.
help-options-brush = **`bewegung`** bewegt Bereiche des Bildes auf Pfaden: { $shape }, in Pixeln von oben links. **`feste_maske`** ist weiß, wo sich nichts bewegen darf.
help-options-provider = **`anbieter`**: wer es erstellt. Ohne Angabe der billigste, bei dem es geht.

help-credits-worth = Ein Credit ist ein US-Cent vom Listenpreis des Anbieters. Alle Preise zeigt `/models`.
help-credits-aside = Credits werden beim Bestellen reserviert und ausgegeben, wenn das Video gepostet ist. Kann es nicht erstellt werden, bekommst du sie zurück.
help-credits-left = `/usage show` sagt, wie viele du noch hast, wann sie sich erneuern und wofür sie waren.
help-credits-short = Zu wenige? Nimm ein kürzeres Video oder ein günstigeres Modell, oder frag die Moderation.
help-credits-give = `/usage give` verschenkt von deinen Bonus-Credits, wenn dieser Server es erlaubt.

help-problems-waiting = **Es dauert lange.** Die Karte zeigt Platz und Zeit; du musst nichts noch einmal schicken. Um Verspätetes kümmert sich der Bot.
help-problems-cancel = **Du willst es nicht mehr.** `/jobs cancel`, solange es in der Warteschlange steht; dann bekommst du die Credits zurück. Später lässt sich der Anbieter nicht stoppen.
help-problems-failed = **Es hat nicht geklappt.** Die Credits hast du zurück. `/jobs retry` bestellt es noch einmal.
help-problems-refused = **Es wurde abgelehnt.** Anbieter prüfen Bilder und Wörter. Nimm andere; was abgelehnt wurde, kostet nichts.
help-problems-lost = **Es wurde nicht gepostet oder gelöscht.** `/jobs resend` postet es erneut und kostet nichts.
help-problems-hold = **Es ist in Klärung.** Niemand kann sagen, ob es erstellt wird. Die Moderation entscheidet, und bis dahin bleiben deine Credits reserviert.
help-problems-else = **Etwas anderes.** Sag der Moderation dieses Servers Bescheid und nenn den Auftrag auf der Karte.

help-moderators-allowance = `/quota set-default` was jedes Mitglied ausgeben darf; `/quota set-role`, `/quota set-member` und `/quota grant` für Ausnahmen
help-moderators-limits = `/settings limits` was alle zusammen ausgeben dürfen und was ein Video kosten darf
help-moderators-where = `/settings channels`, `/settings roles` und `/settings models`: wo, von wem und womit Videos erstellt werden
help-moderators-words = `/settings words` und `/settings adult`: was verlangt werden darf
help-moderators-log = `/settings log-channel` wo ihr von Meldungen lest und von allem, was auf euch wartet; `/jobs resolve` entscheidet über ein Video in Klärung
help-moderators-report = `/quota report` wer was ausgegeben hat; `/quota block` sperrt jemanden
help-moderators-status = `/status` wie alles läuft und was hängt
help-moderators-roles = Zur Moderation gehören Mitglieder mit „Server verwalten“; `/settings moderator-roles` fügt Rollen hinzu.

help-privacy-made = Alle Videos macht eine KI, und das steht dabei. Gib sie nicht als echt aus.
help-privacy-rights = Nimm nur Bilder, die du nutzen darfst, und Gesichter anderer nur, wenn sie einverstanden sind.
help-privacy-report = Ist ein Video schädlich? Drück darunter **{ $button }**. Die Moderation dieses Servers liest es und kann es löschen.
help-privacy-stored = Bilder und Prompts gehen an den Anbieter, der das Video erstellt. Der Bot bewahrt sie auf, dazu, was sie kosten, und eine Weile das Video selbst.
help-privacy-own = `/mydata export` gibt dir alles, was über dich gespeichert ist, `/mydata delete` löscht es.
