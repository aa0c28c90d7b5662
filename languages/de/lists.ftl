# Wortliste: job = Auftrag · card = Karte · credits = Credits · allowance = Kontingent · grant = Bonus, Bonus-Credits ·
# pool = alle Mitglieder zusammen · moderators = die Moderation · operator = Betreiber des Bots · queue = Warteschlange ·
# provider = Anbieter · provider task = Aufgabe · window, period = Zeitraum · ledger entry = Buchung · on hold = in Klärung ·
# set aside = reserviert · spent = ausgegeben · went back = zurückgegeben · charged = berechnet · place = posten, Ort ·
# delete = löschen · flag = melden, Meldung · report = Bericht · end picture = Endbild · motion brush = Bewegungspinsel.
# Wer liest, wird geduzt. Namen von Befehlen bleiben englisch, Optionen heißen wie in commands.ftl.

range = { $first } bis { $last }

credits-count = { $credits ->
    [one] { $credits } Credit
   *[other] { $credits } Credits
}

minutes-count = { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}

moment-utc = { $day }, { $time } UTC

lists-separator = { ", " }

lists-and-more = { $things } und { $more } weitere

lists-more = und { $more } weitere

seconds-count = { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
}

hours-count = { $hours ->
    [one] { $hours } Stunde
   *[other] { $hours } Stunden
}
