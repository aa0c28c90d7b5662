help-title = Convierte una imagen en un video corto
help-step-1 = Envía `/animate`, adjunta una imagen y, si quieres, di en `prompt` qué debe moverse.
help-step-2 = Enseguida lees cuánto cuesta, y una tarjeta en el canal muestra cómo va.
help-step-3 = Unos minutos después se publica el video y recibes una mención.
help-commands-models = `/models` qué se puede hacer, con precios
help-commands-usage = `/usage show` tus créditos
help-commands-jobs = `/jobs list` tus videos
help-wrong = ¿Un video hace daño? Pulsa **{ $button }** debajo. ¿Salió mal o no avanza? Avisa a un moderador de este servidor con el número de pedido de su tarjeta.

help-topics = Más sobre…
help-topic-overview = Resumen

help-topic-start = Tu primer video
help-topic-pictures = Imágenes
help-topic-options = Opciones
help-topic-credits = Créditos
help-topic-problems = Si algo va mal
help-topic-moderators = Para moderadores
help-topic-privacy = Privacidad y normas

help-start-attach = Envía `/animate` y adjunta una imagen. Todas las demás opciones se pueden omitir.
help-start-menu = O abre el menú de un mensaje con imagen (mantenlo pulsado o haz clic derecho) y elige **Aplicaciones** y luego **{ $entry }**.
help-start-prompt = Di en `prompt` qué debe pasar, con palabras sencillas: *ella sonríe y la cámara se acerca despacio*. Lo que mejor funciona son uno o dos movimientos.
help-start-price = Enseguida lees cuánto cuesta. Antes de un video caro se te pregunta si debe hacerse.
help-start-card = La tarjeta muestra el puesto en la cola y cuánto falta. No hace falta que esperes: recibes una mención cuando el video está.
help-start-more = Debajo del video, **{ $again }** pide lo mismo una vez más, y **{ $edit }** te deja cambiar antes las opciones.

help-pictures-size = Al menos 300 píxeles por lado, como mucho 2,5 veces más larga que ancha, hasta 10 MB.
help-pictures-kinds = JPG y PNG se usan tal cual; WebP, GIF y otros se convierten.
help-pictures-fit = Una imagen demasiado alargada, pequeña o pesada se puede ajustar con un clic; antes ves cómo queda.
help-pictures-end = Con algunos modelos, `imagen_final` es la imagen con la que termina el video.
help-pictures-good = Los mejores videos salen de imágenes nítidas, con un solo motivo, bien iluminado y sin recortar.

help-options-model = **`modelo`**: `/models` muestra qué sabe hacer cada uno y cuánto cuesta.
help-options-length = **`duración`**, **`modo`**: los videos más largos, y `pro` y `4k`, cuestan más.
help-options-negative = **`prompt_negativo`**: lo que no debe aparecer.
help-options-cfg = **`cfg_scale`**: con qué fidelidad se sigue el prompt, de 0 (libremente) a 1 (estrictamente).
help-options-camera = **`cámara`**, **`valor_cámara`**: cómo se mueve la cámara, y cuánto.
help-options-others = **`proporción`**, **`sonido`**, **`voces`**, **`marca_de_agua`**: con los modelos que lo permiten.
help-options-brush = **`movimiento`** mueve zonas de la imagen a lo largo de trayectorias: { $shape }, en píxeles desde arriba a la izquierda. **`máscara_fija`** es blanca donde nada debe moverse.
help-options-provider = **`proveedor`**: quién lo hace. Si lo omites, el más barato que funcione.

help-credits-worth = Un crédito es un centavo de dólar del precio de lista del proveedor. `/models` tiene todos los precios.
help-credits-aside = Los créditos se reservan al pedir y se gastan cuando se publica el video. Si no se puede hacer, se devuelven.
help-credits-left = `/usage show` dice cuántos te quedan, cuándo se renuevan y en qué se fueron.
help-credits-short = ¿No te alcanzan? Elige un video más corto o un modelo más barato, o pregunta a un moderador.
help-credits-give = `/usage give` pasa a otro miembro créditos extra que recibiste, donde este servidor lo permite.

help-problems-waiting = **Tarda mucho.** La tarjeta muestra su puesto y la hora; no hay que enviar nada de nuevo. Si algo se retrasa, el bot se ocupa.
help-problems-cancel = **Ya no lo quieres.** `/jobs cancel` mientras espera en la cola, y se devuelven sus créditos. Después su proveedor ya no se puede detener.
help-problems-failed = **Falló.** Se devolvieron sus créditos. `/jobs retry` lo pide una vez más.
help-problems-refused = **Se rechazó.** Los proveedores revisan imágenes y palabras. Usa otras; lo rechazado no cuesta nada.
help-problems-lost = **No se publicó, o se eliminó su mensaje.** `/jobs resend` lo publica de nuevo sin costo.
help-problems-hold = **Está retenido.** Nadie sabe si se está haciendo. Decide un moderador, y hasta entonces tus créditos siguen reservados.
help-problems-else = **Otra cosa.** Avisa a un moderador de este servidor con el número de pedido de la tarjeta.

help-moderators-allowance = `/quota set-default` cuánto puede gastar cada miembro; `/quota set-role`, `/quota set-member` y `/quota grant` para excepciones
help-moderators-limits = `/settings limits` cuánto pueden gastar todos juntos y cuánto puede costar un video
help-moderators-where = `/settings channels`, `/settings roles` y `/settings models`: dónde, por quién y con qué se hacen los videos
help-moderators-words = `/settings words` y `/settings adult`: qué se puede pedir
help-moderators-log = `/settings log-channel` dónde lees los reportes y lo que espera tu decisión; `/jobs resolve` decide sobre un video retenido
help-moderators-report = `/quota report` quién gastó cuánto; `/quota block` detiene a alguien
help-moderators-status = `/status` cómo va todo y qué está atascado
help-moderators-roles = Son moderadores quienes tienen el permiso Gestionar servidor; `/settings moderator-roles` añade roles.

help-privacy-made = Todos los videos los hace una IA, y así lo dicen. No los hagas pasar por reales.
help-privacy-rights = Usa solo imágenes que puedas usar, y caras de otras personas solo si están de acuerdo.
help-privacy-report = ¿Un video hace daño? Pulsa **{ $button }** debajo. Lo leen los moderadores de este servidor, que pueden eliminarlo.
help-privacy-stored = Las imágenes y los prompts van al proveedor que hace el video. El bot los guarda, junto con lo que cuestan y, por un tiempo, el video.
help-privacy-own = `/mydata export` te da todo lo que hay guardado sobre ti; `/mydata delete` lo borra.
