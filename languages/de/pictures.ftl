pictures-named = „{ $name }“
pictures-nameless = Das Bild

pictures-empty = { $picture } ist leer.
pictures-too-heavy = { $picture } ist zu groß: { NUMBER($size, minimumFractionDigits: 1) } MB; höchstens { $most } MB sind erlaubt.
pictures-not-now = { $picture } ließ sich gerade nicht prüfen; schick es in einer Minute noch einmal.
pictures-slow = { $picture } braucht zu lange zum Öffnen; speichere es in einem anderen Programm neu und schick das.
pictures-closed = { $picture } lässt sich nicht öffnen; speichere es in einem anderen Programm neu und schick das.
pictures-no-picture = { $picture } ist kein lesbares Bild; schick eine Datei in { $formats }.
pictures-damaged = { $picture } ist beschädigt oder unvollständig; speichere es neu oder lade es noch einmal hoch.
pictures-too-many-pixels = { $picture } hat zu viele Pixel; höchstens { $most } Millionen sind erlaubt.
pictures-too-big = { $picture } hat { $size } Pixel; höchstens { $most } Millionen sind erlaubt.
pictures-too-small = { $picture } ist zu klein: { $size } Pixel; jede Seite braucht mindestens { $least } Pixel.
pictures-too-narrow = { $picture } ist zu lang und schmal: Die Seiten stehen { NUMBER($ratio, minimumFractionDigits: 2, maximumFractionDigits: 2) } zu 1 ({ $size } Pixel); höchstens { $most } zu 1 ist erlaubt.
pictures-measurement = { $picture } ist eher eine Messung als ein Bild; speichere es als JPG oder PNG.

pictures-sides = { $width } × { $height }
pictures-mask-no-picture = Die Maske ist kein lesbares Bild; schick eine Datei in JPG oder PNG.
pictures-mask-not-now = Die Maske ließ sich gerade nicht prüfen; schick sie in einer Minute noch einmal.
pictures-mask-ratio = Die Maske hat { $mask } Pixel und das Bild { $picture }; beide brauchen dasselbe Seitenverhältnis.

pictures-motion-outside = Bereich { $area } in `bewegung` verlässt das Bild bei { $point }; es hat { $sides } Pixel.
pictures-motion-unreadable = `bewegung` lässt sich nicht lesen: { $problem }. Schreib `bewegung` wie `[{"{"}"area": [[x, y], …], "path": [[x, y], …]{"}"}]`, in Pixeln von oben links.
pictures-motion-json-invalid = { $place } ist kein JSON
pictures-motion-missing = { $place } fehlt
pictures-motion-extra-forbidden = { $place } ist unbekannt
pictures-motion-too-short = { $place } hat { $actual_length ->
    [one] { $actual_length } Eintrag
   *[other] { $actual_length } Einträge
} und braucht mindestens { $min_length }
pictures-motion-too-long = { $place } hat mehr als { $max_length } Einträge
pictures-motion-model-type = { $place } muss `area` und `path` haben
pictures-motion-tuple-type = { $place } muss eine Liste sein
pictures-motion-no-point = { $place } muss aus zwei ganzen Zahlen von 0 bis { $most } bestehen
pictures-motion-text = der Text
pictures-motion-area = Bereich { $area }
pictures-motion-list = Bereich { $area }, `{ $list }`
pictures-motion-point = Bereich { $area }, `{ $list }`, Punkt { $point }
