models-option-end-image = una imagen final
models-option-camera = un movimiento de cámara
models-option-brush = el pincel de movimiento
models-option-sound = sonido
models-option-voices = voces
models-option-cfg-scale = `cfg_scale`
models-option-aspect-ratio = una proporción
models-option-watermark = una marca de agua

models-place-modes = en modo { $modes }
models-place-seconds = con { $seconds } segundos
models-place-moves = con el movimiento { $moves }
models-place-silent = sin sonido
models-place-both = { $one } { $other }

models-seconds = { $model } hace videos de { $seconds } segundos, no de { $wanted }.
models-modes = { $model } tiene el modo { $modes }, no { $wanted }.
models-only = { $model } solo puede usar { $option } { $places }.
models-only-elsewhere = { $model } no puede usar { $option } con { $providers }; con { $others } sí.
models-others-can = { $model } no puede usar { $option }. Sí se puede con { $models }.
models-none-can = { $model } no puede usar { $option }. Aquí no puede ningún modelo.
models-needs-prompt = { $model } necesita un `prompt`.
models-words-too-long = El prompt y el prompt negativo tienen juntos { $length } caracteres; { $model } admite { $limit }.

models-not-with = { $model } no está disponible en modo { $mode } de { $seconds } segundos con { $options }.
models-not-silent = { $model } no está disponible en modo { $mode } de { $seconds } segundos sin sonido.
models-but = { $problem } Está disponible { $ways }.
models-way = como { $mode } de { $seconds } segundos
models-way-without = sin { $option }

models-unknown = No hay ningún modelo «{ $name }». { $hint }
models-retired = Su proveedor desactivó { $model } el { $date }. { $hint }
models-not-offered = { $model } no se ofrece aquí. { $hint }
models-meant = ¿Querías decir { $models }?
models-there-is = Hay { $models }.
models-none-on = No hay ningún modelo activo.
models-not-made-by = Aquí { $model } no lo hace { $provider }, sino { $providers }.
models-paused = Ahora mismo no se puede usar { $model }. { $hint }
models-these-work = Estos funcionan: { $models }.
models-nothing-works = Ahora mismo tampoco funciona ningún otro.
