intake-prompt-too-long = Der Prompt hat { $length } Zeichen; höchstens { $limit } sind erlaubt.
intake-negative-prompt-too-long = Der negative Prompt hat { $length } Zeichen; höchstens { $limit } sind erlaubt.
intake-only-one = Nur eins davon geht zur selben Zeit, du nutzt { $options }.
intake-camera-missing = `kamera_wert` braucht eine Bewegung in `kamera`.
intake-camera-value-extra = Zur Kamerabewegung „{ $camera }“ gehört kein `kamera_wert`.
intake-camera-value-missing = Die Kamerabewegung „{ $camera }“ braucht einen `kamera_wert` von -10 bis 10, aber nicht 0.
intake-too-many-areas = Höchstens { $most } Bereiche können sich bewegen; es sind { $areas }.
intake-path-length = Der Pfad von Bereich { $area } hat { $points ->
    [one] { $points } Punkt
   *[other] { $points } Punkte
}; erlaubt sind 2 bis 77.
intake-too-many-voices = Höchstens 2 Stimmen können sprechen; es sind { $voices }.
intake-voices-need-sound = `stimmen` brauchen `ton`.
intake-voice-missing = Der Prompt nennt Stimme { $voice }, in `stimmen` stehen aber nur { $voices }.

intake-option-duration = Die Dauer muss eine ganze Zahl von 3 bis 15 Sekunden sein.
intake-option-mode = Als Modus geht nur { $choices }.
intake-option-cfg-scale = `cfg_scale` muss eine Zahl von 0 bis 1 sein.
intake-option-camera = Als Kamerabewegung geht nur { $choices }.
intake-option-camera-value = `kamera_wert` muss eine Zahl von -10 bis 10 sein.
intake-option-aspect-ratio = Als Seitenverhältnis geht nur { $choices }.
intake-option-wrong = `{ $option }`: { $reason }.

intake-no-model = Gerade ist kein Modell eingeschaltet, das dieser Server erlaubt. Sag bitte der Moderation Bescheid.
intake-word = Der Prompt enthält ein Wort, das dieser Server nicht erlaubt.
intake-adult = Der Prompt enthält ein nicht jugendfreies Wort. Dieser Server erlaubt das nicht.
intake-adult-elsewhere = Der Prompt enthält ein nicht jugendfreies Wort. Dieser Server erlaubt das nur in altersbeschränkten Kanälen.
intake-picture-too-heavy = Das Bild ist zu groß: { NUMBER($size, minimumFractionDigits: 1) } MB; höchstens { $most } MB sind erlaubt.
