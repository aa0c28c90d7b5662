start-model-line = { $model } · { $lengths } s · desde { $price }
start-model-line-with = { $model } · { $extras }

start-can-end-image = imagen final
start-can-camera = cámara
start-can-brush = pincel
start-can-sound = sonido
start-can-voices = voces

start-form = Animar imagen
start-form-picture = ¿Qué imagen?
start-form-prompt = ¿Qué debe pasar en el video?
start-form-model = Modelo
start-form-model-about = Cada opción dice qué sabe hacer.
start-form-shape = Calidad y duración
start-form-shape-about = Cada opción dice cuánto cuesta con cada modelo, en créditos.
start-form-negative = ¿Qué no debe aparecer?
start-form-more = Más opciones
start-form-more-about = Se escribe así: { $example }

start-form-change = Cambiar
start-over-forgotten = Este formulario es demasiado antiguo para mostrarlo otra vez. Empieza de nuevo con `/animate`.

start-over = Este formulario caducó
start-over-why = Estuvo abierto demasiado tiempo, o el bot se reinició mientras tanto. Ábrelo otra vez; aquí puedes copiar lo que escribiste.

start-picture = { $number }: { $name }
start-shape = { $mode }, { $seconds } segundos
start-price-with = { $model }: { $price }

start-yes = sí
start-no = no

start-line-unreadable = «{ $words }» no es una opción. Escribe cada una así: `{ $example }`, con un espacio entre ellas.
start-line-unknown = Aquí no hay ninguna opción `{ $option }`. Hay { $options }.
start-line-twice = `{ $option }` está dos veces.
start-line-yes-no = `{ $option }` es { $yes } o { $no }.

start-no-picture = Ahí no hay imagen
start-no-picture-here = Ese mensaje no tiene una imagen propia. Elige uno que la tenga, o adjunta una imagen a `/animate`.
start-linked-too-heavy = La imagen de ese enlace pesa demasiado; se permiten como máximo { $most } MB.
start-nothing = **No se pidió nada.**

start-fit = Hay que ajustar la imagen
start-fit-enlarged = Para eso se amplía, así que el video puede verse borroso.
start-fit-lightened = Para eso se guarda de nuevo, más ligera.
start-fit-choose = Se puede usar así:
start-fit-once = Esto es lo que se usa:
start-fit-crop = Recortar
start-fit-pad = Rellenar
start-fit-only = Usarla así
start-fit-crop-about = solo se usa el centro.
start-fit-pad-about = entera, con franjas difuminadas alrededor.
start-fit-way = **{ $label }**: { $about }
start-fit-crop-seen = La imagen ajustada; recortada donde era demasiado larga
start-fit-pad-seen = La imagen entera entre franjas difuminadas
start-fit-price = El video cuesta { $price }.
start-fit-not-with-brush = Con el pincel de movimiento no se puede ajustar una imagen: las máscaras y trayectorias ya no estarían en su sitio.
