welcome-title = Hallo! Dieser Bot macht aus Bildern kurze Videos
welcome-try = Alle können ihn gleich ausprobieren: Schick `/animate` und häng ein Bild an. Den Rest zeigt `/help`.

welcome-set = Für die Moderation: was ihr einstellen könnt
welcome-set-allowance = `/quota set-default` was jedes Mitglied ausgeben darf; jetzt { $allowance }
welcome-set-limits = `/settings limits` was alle zusammen ausgeben dürfen
welcome-set-where = `/settings channels` und `/settings roles`: wo und von wem Videos erstellt werden
welcome-set-log = `/settings log-channel` wo ihr von Meldungen lest und von allem, was auf euch wartet
welcome-set-more = `/settings show` zeigt alles davon, und `/status`, wie alles läuft

welcome-permissions = Berechtigungen
welcome-complete = Der Bot hat alles, was er braucht.
welcome-lacking = Auf diesem Server fehlt seiner Rolle:
welcome-lacking-mend = Gebt sie der Rolle unter **Servereinstellungen**, **Rollen**.
welcome-lacking-here = In diesem Kanal fehlt ihm, obwohl seine Rolle es hat:
welcome-lacking-here-mend = Gebt sie ihm in den Einstellungen dieses Kanals oder nehmt andere Kanäle.

welcome-check = Noch einmal prüfen
