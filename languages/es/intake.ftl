intake-prompt-too-long = El prompt tiene { $length } caracteres; se permiten como máximo { $limit }.
intake-negative-prompt-too-long = El prompt negativo tiene { $length } caracteres; se permiten como máximo { $limit }.
intake-only-one = Solo se puede usar una de estas cosas a la vez: { $options }.
intake-camera-missing = `valor_cámara` necesita un movimiento en `cámara`.
intake-camera-value-extra = El movimiento de cámara «{ $camera }» no admite `valor_cámara`.
intake-camera-value-missing = El movimiento de cámara «{ $camera }» necesita un `valor_cámara` de -10 a 10, distinto de 0.
intake-too-many-areas = Pueden moverse como máximo { $most } zonas; hay { $areas }.
intake-path-length = La trayectoria de la zona { $area } tiene { $points ->
    [one] { $points } punto
   *[other] { $points } puntos
}; se permiten de 2 a 77.
intake-too-many-voices = Pueden hablar como máximo 2 voces; hay { $voices }.
intake-voices-need-sound = `voces` necesita `sonido`.
intake-voice-missing = El prompt nombra la voz { $voice }, pero `voces` tiene { $voices }.

intake-option-duration = La duración debe ser un número entero de segundos de 3 a 15.
intake-option-mode = El modo debe ser uno de estos: { $choices }.
intake-option-cfg-scale = `cfg_scale` debe ser un número de 0 a 1.
intake-option-camera = El movimiento de cámara debe ser uno de estos: { $choices }.
intake-option-camera-value = `valor_cámara` debe ser un número de -10 a 10.
intake-option-aspect-ratio = La proporción debe ser una de estas: { $choices }.
intake-option-wrong = `{ $option }`: { $reason }.

intake-no-model = Ahora mismo no hay activo ningún modelo que este servidor permita. Avisa a un moderador.
intake-word = El prompt contiene una palabra que este servidor no permite.
intake-adult = El prompt contiene una palabra de contenido para adultos. Este servidor no las permite.
intake-adult-elsewhere = El prompt contiene una palabra de contenido para adultos. Este servidor solo las permite en canales con restricción de edad.
intake-picture-too-heavy = La imagen pesa demasiado: { NUMBER($size, minimumFractionDigits: 1) } MB; como máximo { $most } MB.
