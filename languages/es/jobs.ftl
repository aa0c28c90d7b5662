jobs-group-all = todos
jobs-group-on-the-way = en curso
jobs-group-ready = listos
jobs-group-not-made = no hechos
jobs-group-on-hold = retenidos
jobs-group-not-posted = sin publicar

jobs-yours = Tus videos
jobs-yours-that-are = Tus videos: { $group }
jobs-none-yet = Todavía ninguno. Pide uno con `/animate`.
jobs-none = Ahora mismo ninguno.
jobs-show-one = Todo sobre uno: `/jobs show`
jobs-newer = ◀ Más nuevos
jobs-older = Más antiguos ▶

jobs-next-queued = `/jobs cancel` lo retira y devuelve sus créditos.
jobs-next-delivered = `/jobs retry` lo pide una vez más. `/jobs resend` lo publica de nuevo si se eliminó su mensaje.
jobs-next-deleted = `/jobs retry` lo pide una vez más.
jobs-next-failed = `/jobs retry` lo pide una vez más.
jobs-next-canceled = `/jobs retry` lo pide una vez más.
jobs-next-uncertain = Un moderador decide con `/jobs resolve`.
jobs-next-undeliverable = `/jobs resend` lo publica de nuevo, sin costo.

jobs-task = tarea { $task }
jobs-task-unknown = desconocida
jobs-attempt = intento { $attempt }

jobs-ordered-from = Pedido a { $provider }
jobs-price-back = Devuelto: **{ $price }**; no se cobró nada
jobs-price-spent = Gasto: **{ $price }**
jobs-price-held = Reserva: **{ $price }**
jobs-place = Puesto { $place } en la cola

jobs-ordered-at = Pedido el { $when }
jobs-handed-over-at = Entregado al proveedor el { $when }
jobs-changed-at = Último cambio { $when }

jobs-card = Tarjeta
jobs-thread = Hilo
jobs-video = Video

jobs-no-prompt = sin prompt

jobs-canceled = Cancelado
jobs-went-back = Devuelto: **{ $price }**. No se cobró nada.

jobs-too-late = Demasiado tarde para cancelar
jobs-too-late-submitting = Se está entregando a su proveedor, que ya no se puede detener.
jobs-too-late-running = Su proveedor lo está haciendo y no se puede detener. El video llega cuando esté listo.
jobs-too-late-delivering = Ya está hecho y a punto de publicarse.
jobs-too-late-uncertain = Puede que su proveedor lo tenga, y no se puede detener. Un moderador decide sobre él.
jobs-too-late-canceled = Ya estaba cancelado.
jobs-too-late-ended = Ya terminó.

jobs-on-its-way = En camino
jobs-posted-soon = El video se publica de nuevo en cuanto se descargue, y no se cobra otra vez.
jobs-still-there = Ya está ahí
jobs-still-stands = Su mensaje sigue en pie: { $address }
jobs-gone = El video ya no existe
jobs-no-longer-had = Se publicó una vez y su proveedor ya no lo tiene. `/jobs retry` lo pide una vez más.
jobs-not-now = Ahora mismo no es posible
jobs-cannot-be-asked = No se puede consultar a Discord o al proveedor del video. Inténtalo otra vez en unos minutos.
jobs-deleted = El video se eliminó
jobs-nothing-to-post = Nada que publicar

jobs-not-ended = Este video aún no ha terminado. Cuando termine, se puede pedir una vez más.
jobs-not-on-hold = Este video no está retenido, así que no hay nada que decidir. Míralo con `/jobs show`.
jobs-late-with-task = Este video va con retraso, pero se conoce su tarea. Se puede esperar, o darlo por perdido: `release`.
jobs-attach-needs-task = `attach` necesita la `tarea`, y solo `attach` la admite.
jobs-no-such-job = Aquí no tienes ese video. Elige uno de los sugeridos; mira `/jobs list`.
jobs-of-another = Esta lista es de otra persona. La tuya está en `/jobs list`.
jobs-pictures-gone = Las imágenes de ese video ya no se conservan. Adjunta la imagen otra vez con `/animate`.
