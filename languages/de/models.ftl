# Im vierten Fall, so wie sie nach „kann … nutzen“ und „ohne“ stehen.
models-option-end-image = ein Endbild
models-option-camera = eine Kamerabewegung
models-option-brush = den Bewegungspinsel
models-option-sound = Ton
models-option-voices = Stimmen
models-option-cfg-scale = `cfg_scale`
models-option-aspect-ratio = ein Seitenverhältnis
models-option-watermark = ein Wasserzeichen

models-place-modes = im Modus { $modes }
models-place-seconds = bei { $seconds } Sekunden
models-place-moves = mit der Bewegung { $moves }
models-place-silent = ohne Ton
models-place-both = { $one } { $other }

models-seconds = { $model } erstellt Videos von { $seconds } Sekunden, nicht von { $wanted }.
models-modes = { $model } hat den Modus { $modes }, nicht { $wanted }.
models-only = { $model } kann { $option } nur { $places } nutzen.
models-only-elsewhere = { $model } kann { $option } bei { $providers } nicht nutzen, bei { $others } schon.
models-others-can = { $model } kann { $option } nicht nutzen. { $models } kann das.
models-none-can = { $model } kann { $option } nicht nutzen. Das kann hier kein Modell.
models-needs-prompt = { $model } braucht einen `prompt`.
models-words-too-long = Prompt und negativer Prompt haben zusammen { $length } Zeichen; { $model } nimmt { $limit }.

models-not-with = Im Modus { $mode } mit { $seconds } Sekunden kann { $model } { $options } nicht nutzen.
models-not-silent = Im Modus { $mode } mit { $seconds } Sekunden gibt es { $model } nicht ohne Ton.
models-but = { $problem } Möglich ist es { $ways }.
models-way = als { $mode } mit { $seconds } Sekunden
models-way-without = ohne { $option }

models-unknown = Es gibt kein Modell „{ $name }“. { $hint }
models-retired = { $model } wurde vom Anbieter am { $date } abgeschaltet. { $hint }
models-not-offered = { $model } gibt es hier nicht. { $hint }
models-meant = Meintest du { $models }?
models-there-is = Es gibt { $models }.
models-none-on = Kein Modell ist eingeschaltet.
models-not-made-by = { $model } kommt hier nicht von { $provider }, sondern von { $providers }.
models-paused = { $model } geht gerade nicht. { $hint }
models-these-work = Diese gehen: { $models }.
models-nothing-works = Etwas anderes geht gerade auch nicht.
