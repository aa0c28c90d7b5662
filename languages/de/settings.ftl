settings-title = Einstellungen dieses Servers

settings-section-credits = Credits
settings-section-time = Zeit
settings-section-at-once = Gleichzeitig
settings-section-who-and-where = Wer und wo
settings-section-what = Was
settings-section-moderators = Moderation

settings-line = { $name }: **{ $value }**
settings-line-deleted = { $name }: **gelöscht**
settings-line-all-deleted = { $name }: **{ $deleted } gelöscht**
settings-line-some-deleted = { $name }: **{ $value }**, und { $deleted } gelöscht

settings-allowance-day = { $allowance } pro Tag
settings-allowance-week = { $allowance } pro Woche
settings-allowance-month = { $allowance } pro Monat
settings-words = { $words ->
    [one] { $words } Wort
   *[other] { $words } Wörter
}

settings-gone-channels = Damit kann niemand irgendwo bestellen: Füg einen Kanal hinzu oder leere die Liste.
settings-gone-roles = Damit kann niemand bestellen: Füg eine Rolle hinzu oder leere die Liste.
settings-gone-models = Damit kann kein Video erstellt werden: Füg ein Modell hinzu oder leere die Liste.

settings-no-words = Keine.
settings-no-adult-words = Nur die eingebauten.

settings-hidden-commands = Discord selbst blendet Moderationsbefehle für Mitglieder ohne „Server verwalten“ aus. Für diese Rollen einblenden kann sie, wer Administratorrechte hat, unter Servereinstellungen > Integrationen.

settings-nothing-usable = Mit diesen Einstellungen bleibt kein Modell übrig, das ein Video erstellen könnte: Jedes `/animate` wird abgelehnt.
settings-all-too-dear = Kein Video kostet so wenig: Das billigste kostet { $cheapest }, also wird jedes `/animate` abgelehnt.
settings-pool-too-small = Für alle Mitglieder zusammen reicht das für kein Video: Das billigste kostet { $cheapest }, also wird jedes `/animate` abgelehnt.
settings-grants-only = Das allein reicht für kein Video: Das billigste kostet { $cheapest }.
settings-provider-off = { $provider } ist vom Betreiber des Bots gerade nicht eingeschaltet.

settings-set-and-lift = `{ $limit }` lässt sich nicht zugleich setzen und aufheben.
settings-no-limit-named = Nenn mindestens ein Limit oder eins bei `aufheben`.
settings-no-window-named = Nenn einen `zeitraum`, eine `zeitzone` oder beides.
settings-no-model = Es gibt kein Modell „{ $typed }“.
settings-did-you-mean = Meintest du { $names }?
settings-see-models = Siehe `/models`.
settings-no-zone = Es gibt keine Zeitzone „{ $typed }“.
settings-zone-form = Nimm einen Namen wie Europe/Berlin oder America/New_York.
settings-clear-alone = `leeren` vergisst alles; lass `{ $option }` weg oder nimm `entfernen`.
settings-tidy-alone = `aufräumen` entfernt, was es nicht mehr gibt; lass `{ $option }` weg oder nimm `entfernen`.
settings-name-to-add = Nenn bei `{ $option }`, was dazukommen soll.
settings-name-to-remove = Nenn bei `{ $option }`, was wegfallen soll.
settings-nothing-known = Discord hat dem Bot noch nicht gesagt, was es auf diesem Server gibt. Versuch es in einer Minute noch einmal.
settings-not-everyone = @everyone geht hier nicht: Nenn eine Rolle, die nur manche Mitglieder haben, oder nimm `leeren`.
settings-missing-permissions = In { $channel } fehlt dem Bot: { $permissions }.
settings-give-permissions = Gib ihm dort diese Berechtigungen oder nimm einen anderen Kanal.

settings-full-channels = Höchstens { $most } Kanäle passen in die Liste; jetzt sind es { $now }.
settings-full-roles = Höchstens { $most } Rollen passen in die Liste; jetzt sind es { $now }.
settings-full-models = Höchstens { $most } Modelle passen in die Liste; jetzt sind es { $now }.
settings-full-providers = Höchstens { $most } Anbieter passen in die Liste; jetzt sind es { $now }.
settings-full-words = Höchstens { $most } Wörter passen in die Liste; jetzt sind es { $now }.
settings-all-exist-channels = Nichts aufzuräumen: Alle Kanäle der Liste gibt es noch.
settings-all-exist-roles = Nichts aufzuräumen: Alle Rollen der Liste gibt es noch.
settings-all-exist-models = Nichts aufzuräumen: Alle Modelle der Liste gibt es noch.
settings-none-exists-channels = Keinen Kanal der Liste gibt es noch, und mit leerer Liste sind alle erlaubt.
settings-none-exists-roles = Keine Rolle der Liste gibt es noch, und mit leerer Liste sind alle erlaubt.
settings-none-exists-models = Kein Modell der Liste gibt es noch, und mit leerer Liste sind alle erlaubt.
settings-add-or-clear = Nimm erst `hinzufügen` für das, was erlaubt sein soll, oder `leeren` für die ganze Liste.
settings-all-allowed-channels = Jetzt sind alle Kanäle erlaubt. Füg hinzu, welche erlaubt sein sollen: Die anderen sind es dann nicht mehr.
settings-all-allowed-roles = Jetzt sind alle Rollen erlaubt. Füg hinzu, welche erlaubt sein sollen: Die anderen sind es dann nicht mehr.
settings-all-allowed-models = Jetzt sind alle Modelle erlaubt. Füg hinzu, welche erlaubt sein sollen: Die anderen sind es dann nicht mehr.
settings-all-allowed-providers = Jetzt sind alle Anbieter erlaubt. Füg hinzu, welche erlaubt sein sollen: Die anderen sind es dann nicht mehr.
settings-none-left-channels = Damit bliebe keiner übrig, und dann sind alle Kanäle erlaubt. Nimm `leeren`, wenn du das willst.
settings-none-left-roles = Damit bliebe keine übrig, und dann sind alle Rollen erlaubt. Nimm `leeren`, wenn du das willst.
settings-none-left-models = Damit bliebe keins übrig, und dann sind alle Modelle erlaubt. Nimm `leeren`, wenn du das willst.
settings-none-left-providers = Damit bliebe keiner übrig, und dann sind alle Anbieter erlaubt. Nimm `leeren`, wenn du das willst.

settings-word-too-long = Ein Wort hat höchstens { $most } Zeichen; „{ $word }…“ hat { $length }.
settings-word-not-findable = „{ $word }“ enthält nichts, das in einem Prompt zu finden wäre.
settings-no-word-named = Nenn ein Wort oder mehrere, durch Kommas getrennt.
