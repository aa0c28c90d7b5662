state-queued = Esperando su turno
state-submitting = Entregándose al proveedor
state-running = En preparación
state-delivering = Terminado, a punto de llegar
state-delivered = Listo
state-failed = No se pudo hacer
state-canceled = Cancelado
state-uncertain = Retenido
state-undeliverable = Hecho, pero sin publicar
state-deleted = Eliminado

card-now-queued = Para { $member }. Cuando le llega el turno, suele tardar { $time }.
card-now-running = Para { $member }. Hora prevista: { $at } ({ $when }).
card-now-late = Para { $member }. Tarda mucho más de lo normal; se publica en cuanto esté listo. Hasta entonces sigue en reserva: { $price }.
card-now-delivering = Para { $member }. El video está a punto de publicarse.
card-now-delivered = Para { $member }. El video está publicado.
card-now-delivered-below = Para { $member }. El video está en el hilo de abajo.
card-now-deleted = Para { $member }. { $actor } eliminó el video { $when }.
card-now-emptied = Para { $member }. { $actor } eliminó la imagen y el texto { $when }.
card-now-failed = Para { $member }. No se cobró nada; devuelto: { $price }.
card-now-canceled = Para { $member }. No se cobró nada; devuelto: { $price }.
card-now-uncertain = Para { $member }. El proveedor no dice qué pasó con este video, y por eso no se envía dos veces. Hasta que un moderador decida, sigue en reserva: { $price }.
card-now-undeliverable = Para { $member }.

card-next = Es el siguiente en la cola.
card-place = Es el número { $place } en la cola.
card-unstoppable = Ya no se puede cancelar: su proveedor no se puede detener.

card-not-made = No se pudo hacer el video.
card-not-taken = Discord no aceptó el video.

card-picture = La imagen que se convierte en video
card-watch = Ver el video
card-job = pedido { $job }

card-thread-of = Video para { $member }
card-thread = Un video nuevo

card-result = { $member }, tu video está listo.
card-made-with-ai = hecho con IA

card-without = sin: { $words }
card-seconds = { $seconds } s
card-by = por { $provider }
card-end-picture = imagen final
card-cfg = cfg { $value }
card-camera = cámara { $move }
card-camera-by = cámara { $move } { $strength }
card-motion-brush = pincel de movimiento
card-sound = sonido
card-voices = { $voices ->
    [one] { $voices } voz
   *[other] { $voices } voces
}
card-watermark = marca de agua
# $price es «1 crédito» o «12 créditos»: la etiqueta delante no concuerda con nada.
card-set-aside = reserva: { $price }
card-not-charged = sin cobrar
