# Steht unverändert in Sätzen, nach „für“, „von“ und „mit“.
mydata-nobody = Unbekannt (Daten gelöscht)

mydata-not-posted = Wer es bestellt hat, hat die eigenen Daten löschen lassen; deshalb wird das Video nicht gepostet.
mydata-not-made = Wer es bestellt hat, hat die eigenen Daten löschen lassen; deshalb wird das Video nicht erstellt.

mydata-packed = Deine Daten
mydata-packed-all = Diese Datei enthält alles, was über dich gespeichert ist, auf jedem Server dieses Bots. Niemand sonst kann sie hier sehen.
mydata-packed-some = { $left ->
    [one] Ein Bild, das älteste, passte nicht hinein.
   *[other] { $left } Bilder, die ältesten, passten nicht hinein.
}
mydata-nothing = Über dich ist nichts gespeichert.
mydata-too-much = Es ist mehr, als Discord in einer Datei annimmt. Bitte den Betreiber dieses Bots darum.
mydata-in-hand = Deine Datei wird schon erstellt. Das dauert einen Moment.

mydata-readme-title = Deine Daten in Stillmotion
mydata-readme-data = data.json: alle Zeilen, in denen du vorkommst, nach Tabelle, mit den IDs, wie Discord sie schreibt. 0 steht für jemand anderen.
mydata-readme-ledger = ledger.csv: jede Änderung deiner Credits, für eine Tabellenkalkulation.
mydata-readme-pictures = pictures/: die Bilder, die du animiert hast, soweit sie noch aufbewahrt sind. Sie heißen wie die ID ihres Videos.
mydata-readme-left = { $left ->
    [one] Ein Bild, das älteste, passte nicht in diese Datei.
   *[other] { $left } Bilder, die ältesten, passten nicht in diese Datei.
}
mydata-readme-videos = Fertige Videos sind in Discord und nicht hier. Eins, das Discord nicht angenommen hat, kommt mit /jobs resend.
mydata-readme-delete = Zum Löschen gibt es /mydata delete.
mydata-readme-counts = Darin: { $videos }, { $pictures }.

mydata-videos-count = { $videos ->
    [one] { $videos } Video
   *[other] { $videos } Videos
}
mydata-pictures-count = { $pictures ->
    [one] { $pictures } Bild
   *[other] { $pictures } Bilder
}

mydata-question = Deine Daten löschen?
mydata-what-is-there = Von dir gibt es { $videos } und { $pictures }, auf { $servers ->
    [one] { $servers } Server
   *[other] { $servers } Servern
}.
mydata-goes = Was verschwindet
mydata-goes-words = Prompts, Bilder, Entwürfe und Videos, die der Bot noch aufbewahrt; Gründe, die über dich geschrieben wurden.
mydata-goes-name = Dein Name in den Buchungen, in der Liste der Änderungen und auf den Karten: Niemand kann mehr sagen, zu wem sie gehörten. Das lässt sich nicht rückgängig machen.
mydata-goes-queued = { $videos ->
    [one] { $videos } Video, das noch wartet, wird abgebrochen.
   *[other] { $videos } Videos, die noch warten, werden abgebrochen.
}
mydata-goes-being-made = { $videos ->
    [one] **{ $videos } Video wird gerade erstellt** und lässt sich nicht stoppen: Es wird bezahlt und nicht gepostet. Möchtest du es haben, dann warte, bis es da ist.
   *[other] **{ $videos } Videos werden gerade erstellt** und lassen sich nicht stoppen: Sie werden bezahlt und nicht gepostet. Möchtest du sie haben, dann warte, bis sie da sind.
}
mydata-goes-granted = Dein Bonus verfällt: { $price }.
mydata-stays = Was bleibt
mydata-stays-posted = Nachrichten und Namen von Threads in Discord. Lösch deine Videos dort vorher: Danach kann das nur noch die Moderation.
mydata-stays-used = Was du von deinem Kontingent verbraucht hast, als Zahl, bis es sich { $when } erneuert.
mydata-stays-ruled = { $servers ->
    [one] Eine Sperre oder ein kleineres Kontingent, das die Moderation auf { $servers } Server für dich festgelegt hat, mit deiner ID, bis sie es zurücknimmt oder es endet.
   *[other] Sperren oder kleinere Kontingente, die die Moderation auf { $servers } Servern für dich festgelegt hat, mit deiner ID, bis sie sie zurücknimmt oder sie enden.
}
mydata-yes = Alles löschen
mydata-no = Behalten
mydata-erasing = Deine Daten werden gelöscht …
mydata-erased = Deine Daten sind gelöscht
mydata-erased-cards = Von den neuesten Karten verschwinden deine Worte in den nächsten Minuten.
mydata-erased-again = Du kannst den Bot weiter nutzen, wann immer du magst.
mydata-kept = Nichts gelöscht
mydata-of-another = Diese Frage gehört jemand anderem. Deine kommt mit `/mydata delete`.
