quota-yours = Deine Credits
quota-newest = Neueste Videos
quota-not-charged = Videos, die nicht erstellt werden können, werden nicht berechnet. Preise: `/models`
quota-of-member = Credits von { $member }
quota-every-entry = Jede Buchung: `/quota history`

quota-of-role = Kontingent von { $role }
quota-each = { $allowance } für jedes Mitglied
quota-none-of-its-own = Kein eigenes; für alle gilt: { $allowance }.
quota-which-counts = Bei mehreren Rollen zählt das höchste Kontingent. Das eigene Kontingent eines Mitglieds geht jeder Rolle vor.

quota-of-server = Kontingente dieses Servers
quota-renews = Erneuert sich { $countdown }, am { $moment }.
quota-together = Alle Mitglieder zusammen
quota-granted-left = Übrige Bonus-Credits: **{ $credits }**
quota-roles = Rollen
quota-members = Mitglieder
quota-blocked = Gesperrt
quota-holder = { $holder }: { $allowance }
quota-blocked-until = { $member } bis { $until }: { $reason }
quota-blocked-endless = { $member }: { $reason }
quota-somebody = Credits eines Mitglieds: `/quota show` mit `mitglied` · Limits: `/settings show`
quota-pool-used = Ausgegeben: **{ $used }** · { $allowance }
quota-left-of = Noch **{ $left }** von { $limit }

quota-ledger-of = Buchungen von { $member }
quota-ledger = Buchungen aller Mitglieder
quota-ledger-empty = Noch nichts.
quota-entry-whose = { $member }: { $what }
quota-entry-given-by = **+{ $credits }** geschenkt von { $partner }
quota-entry-granted = **+{ $credits }** als Bonus
quota-entry-reserved = **{ $credits }** reserviert
quota-entry-spent = **{ $credits }** ausgegeben
quota-entry-released = **{ $credits }** zurückgegeben
quota-entry-reset = **+{ $credits }** zurück durch Zurücksetzen
quota-entry-carried = **{ $credits }** vorher verbraucht
quota-entry-given-to = **−{ $credits }** verschenkt an { $partner }
quota-entry-taken-back = **−{ $credits }** zurückgenommen
quota-entry-reason = „{ $reason }“
quota-entry-cheaper = ein anderer Anbieter macht das Video für weniger
quota-entry-grant = aus Bonus { $grant }
quota-entry-allowance = aus dem Kontingent
quota-entry-by = von { $actor }
quota-entry-job = Auftrag { $job }
quota-entry-number = Buchung { $entry }

quota-given = { $credits } verschenkt
quota-given-left = An { $member }. Von deinen { $before } Bonus-Credits bleiben **{ $after }**.

quota-has-no-limit = kein Limit
quota-has-no-allowance = kein Kontingent
quota-has = noch **{ $left }** von { $limit } bis { $until }
quota-has-granted = noch **{ $left }** von { $limit } bis { $until } und **{ $granted }** Bonus-Credits

quota-unlimited = **Unbegrenzt**
quota-forbidden-you = **Keine:** Du darfst hier keine Videos bestellen
quota-forbidden-they = **Keine:** Dieses Mitglied darf hier keine Videos bestellen
quota-spent = Ausgegeben: { $spent } · Reserviert: { $held }
quota-pool-left = Alle Mitglieder zusammen: noch **{ $left }**
quota-pool = Alle Mitglieder zusammen: **{ $allowance }**
quota-block-you = Du bist gesperrt, bis die Moderation das aufhebt: { $reason }
quota-block-they = Gesperrt, bis die Moderation das aufhebt: { $reason }
quota-block-until-you = Deine Sperre endet { $countdown }, am { $moment }: { $reason }
quota-block-until-they = Die Sperre endet { $countdown }, am { $moment }: { $reason }
quota-source-member-you = Dein eigenes Kontingent
quota-source-member-they = Ein eigenes Kontingent
quota-source-role-you = Das Kontingent von { $role }, das höchste deiner Rollen
quota-source-role-they = Das Kontingent von { $role }, das höchste der eigenen Rollen
quota-source-server = Das Kontingent für alle auf diesem Server
quota-grants = **+{ $granted } Bonus-Credits**, nach dem Kontingent verbraucht
quota-grants-unusable = **+{ $granted } Bonus-Credits**, nicht nutzbar, solange Bestellen verboten ist
quota-grant-until = **{ $left }** bis { $until }
quota-grant-endless = **{ $left }** ohne Ablauf
quota-grant-for = { $grant }: { $reason }
quota-more-grants = { $more ->
    [one] und { $more } weiterer Bonus
   *[other] und { $more } weitere Boni
}

quota-limits = Hier gilt: { $limits }.
quota-limit-member = je Mitglied { $videos } gleichzeitig
quota-limit-server = für alle zusammen { $videos } gleichzeitig
quota-limit-cooldown = { $wait } Pause zwischen deinen Bestellungen
quota-limit-price = höchstens { $credits } für ein Video

quota-no-limit = kein Limit
quota-no-videos = keine Videos
quota-per-day = **{ $allowance }** pro Tag
quota-per-week = **{ $allowance }** pro Woche
quota-per-month = **{ $allowance }** pro Monat

quota-ask = **Es wurde nichts berechnet.** Die Moderation kann das ändern.
quota-wait = **Es wurde nichts berechnet.** Schick den Befehl dann noch einmal.

quota-not-enough = Nicht genug Credits
quota-price = Dieses Video kostet **{ $credits }**.
quota-cheaper = **Es wurde nichts berechnet.** Ein kürzeres Video oder der Modus `std` kostet vielleicht weniger; siehe `/models`.
quota-cheaper-or-ask = **Es wurde nichts berechnet.** Ein kürzeres Video oder der Modus `std` kostet vielleicht weniger; siehe `/models`. Die Moderation kann Limits ändern.
quota-short-member = Du hast noch **{ $left }**, es fehlen { $missing }.
quota-short-server = Alle Mitglieder dieses Servers zusammen haben noch **{ $left }**, es fehlen { $missing }.
quota-short-operator = Das Budget des Bots für alle Server hat noch **{ $left }**, es fehlen { $missing }.
quota-enough-again = Genug sind es wieder { $countdown }, am { $moment }.
quota-never-member = Warten hilft nicht. So viel hast du nie auf einmal, auch nicht, wenn sich deine Credits erneuern.
quota-never-server = Warten hilft nicht. So viel haben alle zusammen nie.
quota-never-operator = Warten hilft nicht. Es ist mehr als das ganze Budget eines Monats.

quota-too-many = Zu viele Videos gleichzeitig
quota-too-many-member = Du hast { $most } in Arbeit, mehr erlaubt dieser Server nicht gleichzeitig.
quota-too-many-server = Die Mitglieder dieses Servers haben zusammen { $most } in Arbeit, mehr erlaubt dieser Server nicht gleichzeitig.
quota-next-ready = Das nächste sollte { $countdown } fertig sein, am { $moment }.
quota-not-now = Jetzt nicht
quota-takes-none = Dieser Server nimmt gerade keine neuen Videos an.

quota-too-soon = Etwas zu früh
quota-cooling-down = Auf diesem Server liegt zwischen zwei Bestellungen eine Pause. Deine nächste geht { $countdown }, am { $moment }.

quota-you-are-blocked = Du bist gesperrt
quota-you-are-blocked-until = Die Moderation hat dich für Videobestellungen gesperrt. Die Sperre endet { $countdown }, am { $moment }.
quota-you-are-blocked-endless = Die Moderation hat dich für Videobestellungen gesperrt. Die Sperre hat kein Ende.

quota-not-permitted = Das erlaubt dieser Server nicht
quota-only-allowance = Dein Kontingent verbietet alle Videos, auch mit Bonus-Credits.
quota-only-role = Bestellen kann man mit einer dieser Rollen: { $allowed }.
quota-only-channel = Bestellen kann man in { $allowed }.
quota-only-model = Diese Modelle gehen hier: { $allowed }.
quota-only-provider = Videos kommen hier von { $allowed }.
quota-only-free = Hier darf kein Video etwas kosten.
quota-only-price = Ein Video darf höchstens { $credits } kosten.

quota-not-given = Nicht verschenkt
quota-not-moved = **Es wurde nichts übertragen.**
quota-giving-off = Auf diesem Server können Mitglieder keine Credits verschenken. Die Moderation kann das ändern.
quota-give-at-most = Du kannst höchstens **{ $credits }** verschenken: nur deine Bonus-Credits, nicht dein Kontingent und nichts, was reserviert ist.

quota-member-or-role = Nenn ein `mitglied` oder eine `rolle`, nicht beides.
quota-zero = 0 Credits ändern nichts. Über 0 wird gutgeschrieben, unter 0 zurückgenommen.
quota-no-until = `bis` passt nicht zum Zurücknehmen von Credits.
quota-take-back-at-most = Von den Bonus-Credits von { $member } sind nur noch { $left } zum Zurücknehmen da.
quota-no-bots = Bots bestellen keine Videos und haben keine Credits. Nenn einen Menschen.
quota-not-everyone = Das Kontingent für alle legst du mit `/quota set-default` fest.
quota-credits-or-word = Nenn entweder `credits` oder ein `wort`, eins von beiden.

quota-until-unreadable = `bis` lässt sich nicht lesen.
quota-until-forms = Schreib ein Datum wie `2026-12-24`, einen Zeitpunkt wie `2026-12-24 18:00` oder eine Dauer wie `3 days` oder `2w`.
quota-until-past = `bis` liegt in der Vergangenheit.
quota-until-zone = Es gilt { $zone }, die Zeitzone dieses Servers.
quota-until-far = `bis` liegt mehr als zehn Jahre in der Zukunft.
quota-until-no-end = Lass es weg, wenn es kein Ende geben soll.

quota-give-yourself = Diese Credits gehören dir schon. Nenn ein anderes Mitglied.
quota-give-bot = Bots bestellen keine Videos. Nenn einen Menschen.
quota-give-nobody = Das ist kein Mitglied dieses Servers.
