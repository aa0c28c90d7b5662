pictures-named = «{ $name }»
pictures-nameless = La imagen

pictures-empty = { $picture } no contiene nada.
pictures-too-heavy = { $picture } pesa demasiado: { NUMBER($size, minimumFractionDigits: 1) } MB; se permiten como máximo { $most } MB.
pictures-not-now = { $picture } no se pudo revisar ahora mismo; envíala otra vez en un minuto.
pictures-slow = { $picture } tarda demasiado en abrirse; guárdala de nuevo con otro programa y envía esa.
pictures-closed = { $picture } no se puede abrir; guárdala de nuevo con otro programa y envía esa.
pictures-no-picture = { $picture } no es una imagen legible; envía un archivo { $formats }.
pictures-damaged = { $picture } llegó con daños o incompleta; guárdala o súbela otra vez.
pictures-too-many-pixels = { $picture } tiene demasiados píxeles; se permiten como máximo { $most } millones.
pictures-too-big = { $picture } tiene { $size } píxeles; se permiten como máximo { $most } millones.
pictures-too-small = { $picture } es demasiado pequeña: { $size } píxeles; cada lado debe tener al menos { $least } píxeles.
pictures-too-narrow = { $picture } es demasiado larga y estrecha: sus lados son { NUMBER($ratio, minimumFractionDigits: 2, maximumFractionDigits: 2) } a 1 ({ $size } píxeles); se permite como máximo { $most } a 1.
pictures-measurement = { $picture } es una medición más que una imagen; guárdala como JPG o PNG.

pictures-sides = { $width } por { $height }
pictures-mask-no-picture = La máscara no es una imagen legible; envía un archivo JPG o PNG.
pictures-mask-not-now = La máscara no se pudo revisar ahora mismo; envíala otra vez en un minuto.
pictures-mask-ratio = La máscara mide { $mask } y la imagen { $picture }; necesitan la misma proporción.

pictures-motion-outside = La zona { $area } de `movimiento` sale de la imagen en { $point }; la imagen mide { $sides }.
pictures-motion-unreadable = `movimiento` no se puede leer: { $problem }. Escríbelo así: `[{"{"}"area": [[x, y], …], "path": [[x, y], …]{"}"}]`, en píxeles desde arriba a la izquierda.
pictures-motion-json-invalid = { $place }: no es JSON
pictures-motion-missing = { $place }: falta
pictures-motion-extra-forbidden = { $place }: no se conoce
pictures-motion-too-short = { $place }: hay { $actual_length ->
    [one] { $actual_length } elemento
   *[other] { $actual_length } elementos
} y se necesitan al menos { $min_length }
pictures-motion-too-long = { $place }: hay más de { $max_length } elementos
pictures-motion-model-type = { $place }: debe tener un `area` y un `path`
pictures-motion-tuple-type = { $place }: debe ser una lista
pictures-motion-no-point = { $place }: deben ser dos números enteros de 0 a { $most }
pictures-motion-text = el texto
pictures-motion-area = zona { $area }
pictures-motion-list = zona { $area }, `{ $list }`
pictures-motion-point = zona { $area }, `{ $list }`, punto { $point }
