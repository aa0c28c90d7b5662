answers-unchanged = **No se cambió nada.**

answers-ordered = Tu video está pedido
answers-next = Es el siguiente en la cola; llegará { $when }.
answers-place = Puesto { $place } en la cola; llegará { $when }.
answers-costs = Cuesta **{ $price }**; tienes { $left }.
answers-go-back = Si no se puede hacer el video, se devuelven sus créditos.
answers-card-soon = Su tarjeta está por aparecer.
answers-show-card = Ver la tarjeta

answers-refused = Esto no se puede hacer
answers-refused-now = **No se cobró nada.** Cámbialo y vuelve a intentarlo.

answers-not-handed-over = Discord no entregó la imagen; adjúntala otra vez.

answers-not-done = No se hizo
answers-no-such-task = El proveedor del video no conoce esa tarea, o está desactivado. Revisa el ID.

answers-not-moderator = Solo los moderadores pueden hacer esto
answers-moderators = Son moderadores quienes tienen el permiso Gestionar servidor.
answers-moderators-roles = Son moderadores quienes tienen el permiso Gestionar servidor o uno de estos roles:

answers-may-not-post = El bot no puede publicar aquí
answers-missing = En este canal no tiene:
answers-missing-now = **No se cobró nada.** Usa otro canal o pide a un moderador que le dé al bot estos permisos.

permission-view-channel = Ver canal
permission-send-messages = Enviar mensajes
permission-send-messages-in-threads = Enviar mensajes en hilos
permission-create-public-threads = Crear hilos públicos
permission-attach-files = Adjuntar archivos
permission-embed-links = Insertar enlaces
permission-read-message-history = Leer el historial de mensajes

answers-database-away = Ahora mismo no es posible
answers-no-database = El bot no puede acceder a su base de datos.
answers-nothing-accepted = **No se aceptó ni se cobró nada.** Inténtalo otra vez en unos minutos.
answers-see-before-repeating = Inténtalo otra vez en unos minutos. Antes de repetir un cambio, mira si se hizo: los moderadores en `/settings history`, los demás en `/usage show` o `/jobs list`.

answers-taken-already = Ya está pedido
answers-taken-once = Este mismo pedido ya se aceptó una vez y no se cobra de nuevo.
answers-see-list = Míralo con `/jobs list`.

answers-moved-on = Ya cambió
answers-somebody-quicker = Alguien se adelantó, o el video siguió su curso. Míralo con `/jobs show`.

answers-not-yet = Todavía no
answers-finding-out = El bot aún está averiguando qué pasó con este video.
answers-decide-when = Puedes decidir { $when }.
answers-not-attached = No se asignó
answers-task-of-another = Esta tarea es de otro video. Revisa el ID.

answers-broken = Algo falló por nuestra parte
answers-may-be-ordered = Mira `/jobs list` antes de volver a intentarlo: puede que tu video ya esté pedido.
answers-try-again = **No se cobró nada.** Inténtalo otra vez.
answers-incident = Si vuelve a pasar, avisa a un moderador: incidente { $incident }

answers-outdated = Este comando cambió
answers-old-form = Discord todavía te muestra su forma anterior.
answers-restart-discord = **No se cobró nada.** Reinicia Discord y envía el comando otra vez.

answers-models = Modelos
answers-no-model = Ahora mismo no hay ningún modelo activo. Avisa a un moderador.
answers-about-models = Indica uno en la opción `modelo` de `/animate`. Precios en créditos, del video más corto al más largo.
answers-more-models = Y { $more } más: escribe unas letras en la opción `modelo`.
answers-model-seconds = { $lengths } segundos
answers-model-price = `{ $mode }` **{ $price }**
answers-model-prices = `{ $mode }` **{ $lowest }** a **{ $highest }**
answers-model-default = se usa si no eliges ninguno
answers-model-quickest = desde { $time } aprox.
answers-model-takes = admite { $extras }
answers-model-prompt = necesita un prompt
