start-model-line = { $model } · { $lengths } s · ab { $price }
start-model-line-with = { $model } · { $extras }

start-can-end-image = Endbild
start-can-camera = Kamera
start-can-brush = Pinsel
start-can-sound = Ton
start-can-voices = Stimmen

start-form = Bild animieren
start-form-picture = Welches Bild?
start-form-prompt = Was soll im Video passieren?
start-form-model = Modell
start-form-model-about = Bei jedem steht, was es kann.
start-form-shape = Qualität und Länge
start-form-shape-about = Dabei steht, was es mit jedem Modell kostet, in Credits.
start-form-negative = Was soll nicht zu sehen sein?
start-form-more = Weitere Optionen
start-form-more-about = In dieser Form: { $example }

start-form-change = Ändern
start-over-forgotten = Dieses Formular ist zu alt, um noch einmal gezeigt zu werden. Fang mit `/animate` neu an.

start-over = Dieses Formular ist abgelaufen
start-over-why = Es war zu lange offen, oder der Bot wurde inzwischen neu gestartet. Öffne es noch einmal; was du geschrieben hast, kannst du hier kopieren.

start-picture = { $number }: { $name }
start-shape = { $mode }, { $seconds } Sekunden
start-price-with = { $model }: { $price }

# Ein Wort, klein, so wie man es in „ton=ja“ tippt.
start-yes = ja
start-no = nein

start-line-unreadable = „{ $words }“ ist keine Option. Schreib jede wie `{ $example }`, mit einem Leerzeichen dazwischen.
start-line-unknown = Eine Option `{ $option }` gibt es hier nicht. Es gibt { $options }.
start-line-twice = `{ $option }` steht zweimal da.
start-line-yes-no = `{ $option }` ist { $yes } oder { $no }.

start-no-picture = Kein Bild da
start-no-picture-here = Diese Nachricht hat selbst kein Bild. Nimm eine mit Bild oder häng eins an `/animate` an.
start-linked-too-heavy = Das Bild hinter diesem Link ist zu groß; höchstens { $most } MB sind erlaubt.
start-nothing = **Es wurde nichts bestellt.**

start-fit = Das Bild muss angepasst werden
start-fit-enlarged = Dafür wird es vergrößert, das Video kann also unscharf wirken.
start-fit-lightened = Dafür wird es neu und kleiner gespeichert.
start-fit-choose = So lässt es sich nutzen:
start-fit-once = Genutzt wird das hier:
start-fit-crop = Zuschneiden
start-fit-pad = Ränder ergänzen
start-fit-only = So nutzen
start-fit-crop-about = nur die Mitte wird genutzt.
start-fit-pad-about = alles bleibt, mit unscharfen Rändern.
start-fit-way = **{ $label }**: { $about }
start-fit-crop-seen = Das angepasste Bild, zugeschnitten, wo es zu lang war
start-fit-pad-seen = Das ganze Bild zwischen unscharfen Rändern
start-fit-price = Das Video kostet { $price }.
start-fit-not-with-brush = Mit dem Bewegungspinsel lässt sich ein Bild nicht anpassen, weil Masken und Pfade danach nicht mehr an der richtigen Stelle lägen.
