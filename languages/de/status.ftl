status-title = Wie alles läuft

status-here = Videos dieses Servers
status-nothing-open = Nichts wartet, und nichts wird gerade erstellt.
status-open = Wartend: **{ $waiting }** · in Arbeit: **{ $making }**
status-oldest = Das am längsten wartende wurde { $when } bestellt.
status-others = Auf anderen Servern: wartend { $waiting }, in Arbeit { $making }

status-stuck = Braucht euch vielleicht
status-stuck-late = { $number ->
    [one] **1** dauert viel zu lange. Der Bot fragt weiter beim Anbieter nach; `/jobs resolve` beendet es.
   *[other] **{ $number }** dauern viel zu lange. Der Bot fragt weiter bei den Anbietern nach; `/jobs resolve` beendet sie.
}
status-stuck-uncertain = { $number ->
    [one] **1** ist in Klärung: Der Anbieter sagt nicht, was daraus geworden ist. `/jobs resolve` entscheidet.
   *[other] **{ $number }** sind in Klärung: Die Anbieter sagen nicht, was daraus geworden ist. `/jobs resolve` entscheidet.
}
status-stuck-undeliverable = { $number ->
    [one] **1** ist fertig und konnte nicht gepostet werden. Gebt dem Bot, was ihm fehlt, dann postet `/jobs resend` es.
   *[other] **{ $number }** sind fertig und konnten nicht gepostet werden. Gebt dem Bot, was ihm fehlt, dann postet `/jobs resend` sie.
}

status-providers = Anbieter in den letzten 24 Stunden
status-provider-idle = { $provider }: nichts abgeschlossen
status-provider = { $provider }: { $made } von { $ended } erstellt
status-provider-time = { $provider }: { $made } von { $ended } erstellt, meist nach { $time }
status-paused = Pausiert, neuer Versuch { $when }: Das Konto dort funktioniert nicht; das kann der Betreiber des Bots beheben.
status-paused-model = { $model } ist pausiert, neuer Versuch { $when }: Es ist gerade nicht verfügbar.

status-bot = Der Bot
status-well = Discord, die Datenbank und alle Abläufe sind in Ordnung.
status-wrong-gateway = Er ist nicht mit Discord verbunden.
status-wrong-database = Seine Datenbank nimmt nichts an; es kann nichts bestellt werden.
status-wrong-loops = Einige seiner Abläufe stehen still. Der Betreiber sollte in die Logs sehen.
status-version = Stillmotion { $version }
