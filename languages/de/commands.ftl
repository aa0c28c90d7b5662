command-animate = animieren
    .description = Mach aus einem Bild ein kurzes Video

menu-animate-image = Bild animieren

command-models = modelle
    .description = Die Modelle, was sie können und was ein Video kostet

command-help = hilfe
    .description = Wie aus einem Bild ein Video wird

command-status = status
    .description = Wie alles läuft und was hängt

command-mydata = meine-daten
    .description = Was über dich gespeichert ist

command-mydata-export = exportieren
    .description = Alles, was über dich gespeichert ist, als Datei

command-mydata-delete = löschen
    .description = Alles löschen, was über dich gespeichert ist; fragt vorher nach

command-jobs = aufträge
    .description = Deine Videos

command-jobs-list = liste
    .description = Deine Videos: wie weit sie sind und wo

command-jobs-show = anzeigen
    .description = Alles über ein Video

command-jobs-cancel = abbrechen
    .description = Ein Video zurückziehen, das noch wartet

command-jobs-retry = wiederholen
    .description = Ein Video noch einmal bestellen, mit demselben Bild und denselben Optionen

command-jobs-resend = erneut-posten
    .description = Ein fertiges Video posten, das nicht gepostet werden konnte oder gelöscht wurde

command-jobs-resolve = entscheiden
    .description = Moderation: über ein Video in Klärung entscheiden

command-usage = guthaben
    .description = Deine Credits

command-usage-show = anzeigen
    .description = Wie viele Credits du hast, wann sie sich erneuern und wofür sie waren

command-usage-give = verschenken
    .description = Einem anderen Mitglied von deinen Bonus-Credits schenken

command-quota = kontingent
    .description = Was Mitglieder ausgeben dürfen

command-quota-show = anzeigen
    .description = Die Kontingente des Servers, eines Mitglieds oder einer Rolle

command-quota-grant = bonus
    .description = Einem Mitglied Bonus-Credits geben, die nach dem Kontingent verbraucht werden

command-quota-set-member = für-mitglied
    .description = Einem Mitglied ein eigenes Kontingent geben

command-quota-set-role = für-rolle
    .description = Allen mit einer Rolle ein Kontingent geben

command-quota-set-default = für-alle
    .description = Was alle ausgeben dürfen, die kein anderes Kontingent haben

command-quota-reset = zurücksetzen
    .description = Vergessen, was ein Mitglied vom laufenden Kontingent verbraucht hat

command-quota-block = sperren
    .description = Ein Mitglied nicht mehr bestellen lassen; laufende Videos kommen noch

command-quota-unblock = entsperren
    .description = Ein gesperrtes Mitglied wieder bestellen lassen

command-quota-report = bericht
    .description = Credits, Videos und Wartezeiten eines Zeitraums, als Bild und Tabelle

command-quota-history = buchungen
    .description = Jede Buchung, die neueste zuerst

command-settings = einstellungen
    .description = Wie dieser Server den Bot nutzt

command-settings-show = anzeigen
    .description = Alle Einstellungen dieses Servers

command-settings-channels = kanäle
    .description = Kanäle, in denen bestellt werden darf; ohne Liste alle

command-settings-roles = rollen
    .description = Rollen, die Videos bestellen dürfen; ohne Liste alle

command-settings-moderator-roles = moderationsrollen
    .description = Rollen, die die Moderationsbefehle dieses Bots nutzen dürfen

command-settings-models = modelle
    .description = Modelle, die genutzt werden dürfen; ohne Liste alle

command-settings-providers = anbieter
    .description = Anbieter, die Videos erstellen dürfen; ohne Liste alle

command-settings-limits = limits
    .description = Wie viel ausgegeben werden darf und wie viele Videos in Arbeit sein dürfen

command-settings-window = zeitraum
    .description = Wann sich Kontingente erneuern

command-settings-log-channel = log-kanal
    .description = Wo Änderungen der Moderation gepostet werden

command-settings-words = wörter
    .description = Wörter, die in Prompts verboten sind, und nicht jugendfreie Wörter

command-settings-adult = nicht-jugendfrei
    .description = Wo Prompts mit nicht jugendfreien Wörtern angenommen werden

command-settings-place = ort
    .description = Wo Videos gepostet werden

command-settings-language = sprache
    .description = In welcher Sprache der Bot postet

command-settings-giving = verschenken
    .description = Ob Mitglieder einander Bonus-Credits schenken dürfen

command-settings-history = verlauf
    .description = Wer was geändert hat und warum

option-image = bild
    .about-animate = Das Bild, mit dem das Video anfängt

option-prompt = prompt
    .about-animate = Was im Video passieren soll

option-negative-prompt = negativer_prompt
    .about-animate = Was nicht im Video sein soll

option-model = modell
    .about-animate = Welches Modell es erstellt; siehe /models
    .about-settings-models = Siehe /models

option-duration = dauer
    .about-animate = Länge in Sekunden; die meisten Modelle machen 5 oder 10

option-mode = modus
    .about-animate = Qualität; ohne Angabe die billigste

option-cfg-scale = cfg_scale
    .about-animate = Wie genau der Prompt befolgt wird: 0 frei, 1 streng

option-end-image = endbild
    .about-animate = Das Bild, mit dem das Video endet

option-camera = kamera
    .about-animate = Wie sich die Kamera bewegt

option-camera-value = kamera_wert
    .about-animate = Wie stark sie sich bewegt, von -10 bis 10; nicht bei festen Bewegungen

option-aspect-ratio = seitenverhältnis
    .about-animate = Breite zu Höhe des Videos

option-sound = ton
    .about-animate = Auch Ton erzeugen

option-voices = stimmen
    .about-animate = IDs von bis zu 2 Stimmen, durch Komma getrennt; im Prompt heißen sie <<<voice_1>>>

option-static-mask = feste_maske
    .about-animate = Ein Bild derselben Form, weiß, wo sich nichts bewegen darf

option-motion = bewegung
    .about-animate = Bereiche und die Pfade, auf denen sie sich bewegen, als JSON; siehe /help

option-watermark = wasserzeichen
    .about-animate = Mit dem Wasserzeichen des Anbieters

option-provider = anbieter
    .about-animate = Wer es erstellt; ohne Angabe der billigste
    .about-settings-providers = Wer Videos erstellt

option-state = stand
    .about-jobs-list = Nur die mit diesem Stand

option-job = auftrag
    .about-jobs = Welches Video; die ID steht auf der Karte

option-outcome = ausgang
    .about-jobs-resolve = Was daraus werden soll

option-task = aufgabe
    .about-jobs-resolve = Bei attach: die ID der Aufgabe beim Anbieter

option-reason = grund
    .about-jobs-resolve = Warum; steht bei der Entscheidung
    .about-quota = Warum; steht bei der Änderung
    .about-quota-block = Warum; das Mitglied liest es
    .about-usage-give = Warum; steht beim Geschenk

option-member = mitglied
    .about-usage-give = Wer sie bekommt
    .about-quota-show = Wessen Credits du sehen willst
    .about-quota-grant = Wer sie bekommt
    .about-quota-set-member = Wessen Kontingent
    .about-quota-reset = Wessen Kontingent wieder voll wird
    .about-quota-block = Wer
    .about-quota-history = Wessen Buchungen; ohne Angabe die aller Mitglieder

option-role = rolle
    .about-quota-show = Wessen Kontingent du sehen willst
    .about-quota-set-role = Wessen Kontingent
    .about-settings-roles = Eine Rolle; eine davon genügt
    .about-settings-moderator-roles = Eine Rolle der Moderation

option-credits = credits
    .about-usage-give = Wie viele
    .about-quota = Credits je Zeitraum; oder wähl stattdessen ein Wort
    .about-quota-grant = Wie viele; unter 0 werden Bonus-Credits zurückgenommen

option-word = wort
    .about-quota-set-member = Standard: wieder das der Rollen oder des Servers
    .about-quota-set-role = Standard: kein eigenes der Rolle mehr
    .about-quota-set-default = Statt Credits

option-until = bis
    .about-quota = Ende, in der Zeitzone des Servers: 2026-12-24, 2026-12-24 18:00, 3 days oder 2w

option-period = zeitraum
    .about-quota-report = Tage in der Zeitzone des Servers
    .about-settings-window = Wie lange ein Kontingent gilt; Wochen beginnen am Montag

option-time-zone = zeitzone
    .about-settings-window = Wie Europe/Berlin

option-action = aktion
    .about-settings = Hinzufügen, entfernen, alles leeren oder aufräumen: vergessen, was es nicht mehr gibt
    .about-settings-providers = Hinzufügen, entfernen oder alles leeren
    .about-settings-words = Was mit der Liste passieren soll

option-channel = kanal
    .about-settings-channels = Ein Kanal mit seinen Threads oder eine Kategorie mit ihren Kanälen
    .about-settings-log-channel = Ein Kanal, in dem der Bot posten darf; ohne Angabe aus

option-pool = gesamt
    .about-settings-limits = Credits aller Mitglieder zusammen je Zeitraum

option-most-credits = höchstpreis
    .about-settings-limits = Credits, die ein Video kosten darf

option-member-running = pro_mitglied
    .about-settings-limits = Videos eines Mitglieds gleichzeitig in Arbeit

option-server-running = pro_server
    .about-settings-limits = Videos des Servers gleichzeitig in Arbeit

option-cooldown = wartezeit
    .about-settings-limits = Sekunden zwischen zwei Bestellungen eines Mitglieds

option-confirm-percent = rückfrage_ab
    .about-settings-limits = Nachfragen, wenn ein Video so viel Prozent der Credits eines Mitglieds kostet; 0: nie

option-lift = aufheben
    .about-settings-limits = Dieses Limit wieder unbegrenzt machen

option-kind = art
    .about-settings-words = Überall verboten oder nicht jugendfrei

option-words = wörter
    .about-settings-words = Ein Wort oder mehrere, durch Kommas getrennt

option-where = wo
    .about-settings-adult = Als nicht jugendfrei zählen die eingebauten und die eigenen Wörter; siehe /settings words
    .about-settings-place = In einen Thread unter jeder Karte, in einen je Mitglied oder in den Kanal

option-language = sprache
    .about-settings-language = Von Karten, Videos und Log-Kanal; was nur ein Mitglied liest, kommt in dessen Sprache

option-allowed = erlaubt
    .about-settings-giving = Ob /usage give geht

choice-mode-std = std: schnell und günstig
choice-mode-pro = pro: bessere Qualität
choice-mode-4k = 4k: am schärfsten

# Pan, Tilt und Roll heißen wie bei Kling: Ihre Achsen sind nicht die der deutschen Wörter.
choice-camera-horizontal = horizontal
choice-camera-vertical = vertikal
choice-camera-pan = Pan
choice-camera-tilt = Tilt
choice-camera-roll = Roll
choice-camera-zoom = Zoom
choice-camera-down-back = zurück und abwärts
choice-camera-forward-up = vorwärts und hoch
choice-camera-right-turn-forward = vorwärts mit Rechtsdrehung
choice-camera-left-turn-forward = vorwärts mit Linksdrehung

choice-outcome-attach = attach: Der Anbieter hat eine Aufgabe daraus gemacht; darauf warten
choice-outcome-release = release: die Credits zurückgeben; kein Video
choice-outcome-again = again: noch einmal senden; der Anbieter hat sicher keine Aufgabe

choice-word-unlimited = unbegrenzt
choice-word-forbidden = verboten
choice-word-default = Standard

choice-span-today = heute
choice-span-yesterday = gestern
choice-span-this-week = diese Woche
choice-span-last-week = letzte Woche
choice-span-this-month = dieser Monat
choice-span-last-month = letzter Monat
choice-span-7-days = die letzten 7 Tage
choice-span-30-days = die letzten 30 Tage

choice-action-add = hinzufügen
choice-action-remove = entfernen
choice-action-clear = leeren
choice-action-tidy = aufräumen
choice-action-list = anzeigen

choice-kind-forbidden = verboten
choice-kind-adult = nicht jugendfrei

option-topic = thema
    .about-help = Was du wissen möchtest
