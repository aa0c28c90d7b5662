answers-unchanged = **Es wurde nichts geändert.**

answers-ordered = Dein Video ist bestellt
answers-next = Als Nächstes dran, voraussichtlich fertig { $when }.
answers-place = Platz { $place } in der Warteschlange, voraussichtlich fertig { $when }.
answers-costs = Es kostet **{ $price }**; du hast { $left }.
answers-go-back = Kann das Video nicht erstellt werden, bekommst du die Credits zurück.
answers-card-soon = Die Karte dazu erscheint gleich.
answers-show-card = Karte anzeigen

answers-refused = Das geht so nicht
answers-refused-now = **Es wurde nichts berechnet.** Ändere das und versuch es noch einmal.

answers-not-handed-over = Discord hat das Bild nicht herausgegeben; häng es noch einmal an.

answers-not-done = Nicht ausgeführt
answers-no-such-task = Der Anbieter des Videos kennt diese Aufgabe nicht oder ist abgeschaltet. Prüf die ID.

answers-not-moderator = Das darf nur die Moderation
answers-moderators = Zur Moderation gehören Mitglieder mit der Berechtigung „Server verwalten“.
answers-moderators-roles = Zur Moderation gehören Mitglieder mit der Berechtigung „Server verwalten“ oder mit einer dieser Rollen:

answers-may-not-post = Der Bot darf hier nichts posten
answers-missing = In diesem Kanal fehlt ihm:
answers-missing-now = **Es wurde nichts berechnet.** Nimm einen anderen Kanal oder bitte die Moderation, dem Bot diese Berechtigungen zu geben.

permission-view-channel = Kanal ansehen
permission-send-messages = Nachrichten senden
permission-send-messages-in-threads = Nachrichten in Threads senden
permission-create-public-threads = Öffentliche Threads erstellen
permission-attach-files = Dateien anhängen
permission-embed-links = Links einbetten
permission-read-message-history = Nachrichtenverlauf anzeigen

answers-database-away = Gerade nicht möglich
answers-no-database = Der Bot erreicht seine Datenbank nicht.
answers-nothing-accepted = **Es wurde nichts angenommen und nichts berechnet.** Versuch es in ein paar Minuten noch einmal.
answers-see-before-repeating = Versuch es in ein paar Minuten noch einmal. Sieh vorher nach, ob die Änderung schon geklappt hat: als Moderation in `/settings history`, sonst in `/usage show` oder `/jobs list`.

answers-taken-already = Schon bestellt
answers-taken-once = Genau diese Bestellung wurde schon angenommen und wird nicht noch einmal berechnet.
answers-see-list = Dein Video steht in `/jobs list`.

answers-moved-on = Es ist schon weitergegangen
answers-somebody-quicker = Jemand war schneller, oder das Video ist inzwischen weiter. Den Stand zeigt `/jobs show`.

answers-not-yet = Noch nicht
answers-finding-out = Der Bot klärt noch, was aus diesem Video geworden ist.
answers-decide-when = Du kannst { $when } entscheiden.
answers-not-attached = Nicht zugeordnet
answers-task-of-another = Diese Aufgabe gehört zu einem anderen Video. Prüf ihre ID.

answers-broken = Bei uns ist etwas schiefgegangen
answers-may-be-ordered = Sieh in `/jobs list` nach, bevor du es noch einmal versuchst: Vielleicht ist dein Video schon bestellt.
answers-try-again = **Es wurde nichts berechnet.** Versuch es noch einmal.
answers-incident = Passiert es wieder, nenn der Moderation diesen Vorfall: { $incident }

answers-outdated = Dieser Befehl hat sich geändert
answers-old-form = Discord zeigt dir noch seine alte Form.
answers-restart-discord = **Es wurde nichts berechnet.** Starte Discord neu und schick den Befehl dann noch einmal.

answers-models = Modelle
answers-no-model = Gerade ist kein Modell eingeschaltet. Sag bitte der Moderation Bescheid.
answers-about-models = Wähl eins als `modell` in `/animate`. Preise in Credits, vom kürzesten bis zum längsten Video.
answers-more-models = Und { $more } weitere: Tipp ein paar Buchstaben in die Option `modell`.
answers-model-seconds = { $lengths } Sekunden
answers-model-price = `{ $mode }` **{ $price }**
answers-model-prices = `{ $mode }` **{ $lowest }** bis **{ $highest }**
answers-model-default = Standard, wenn du keins wählst
answers-model-quickest = ab etwa { $time }
answers-model-takes = nutzt auf Wunsch { $extras }
answers-model-prompt = braucht einen Prompt
