command-animate = animar
    .description = Convierte una imagen en un video corto

menu-animate-image = Animar imagen

command-models = modelos
    .description = Los modelos, qué saben hacer y cuánto cuesta un video

command-help = ayuda
    .description = Cómo convertir una imagen en un video

command-status = estado
    .description = Cómo va todo y qué está atascado

command-mydata = misdatos
    .description = Lo que hay guardado sobre ti

command-mydata-export = exportar
    .description = Recibe en un archivo todo lo que hay guardado sobre ti

command-mydata-delete = borrar
    .description = Borra todo lo que hay guardado sobre ti; antes pregunta

command-jobs = pedidos
    .description = Tus videos

command-jobs-list = lista
    .description = Tus videos: cómo van y dónde están

command-jobs-show = ver
    .description = Todo sobre un video

command-jobs-cancel = cancelar
    .description = Retira un video que aún espera su turno

command-jobs-retry = repetir
    .description = Pide un video una vez más, con la misma imagen y las mismas opciones

command-jobs-resend = reenviar
    .description = Publica de nuevo un video terminado que no se pudo publicar o cuyo mensaje se eliminó

command-jobs-resolve = decidir
    .description = Moderadores: decidir sobre un video retenido

command-usage = saldo
    .description = Tus créditos

command-usage-show = ver
    .description = Cuántos créditos te quedan, cuándo se renuevan y en qué se fueron

command-usage-give = regalar
    .description = Regala a otro miembro créditos extra que recibiste

command-quota = cupos
    .description = Cuánto pueden gastar los miembros

command-quota-show = ver
    .description = Los cupos del servidor, o los de un miembro o un rol

command-quota-grant = conceder
    .description = Da a un miembro créditos extra, que se usan después de su cupo

command-quota-set-member = fijar-miembro
    .description = Da a un miembro un cupo propio

command-quota-set-role = fijar-rol
    .description = Da un cupo a quienes tienen un rol

command-quota-set-default = fijar-general
    .description = Cuánto puede gastar quien no tiene otro cupo

command-quota-reset = restablecer
    .description = Olvida lo que un miembro gastó de su cupo actual

command-quota-block = bloquear
    .description = Impide que un miembro pida videos; los que están en curso llegan

command-quota-unblock = desbloquear
    .description = Permite que un miembro bloqueado vuelva a pedir videos

command-quota-report = informe
    .description = Créditos, videos y tiempos de espera de un período, como imagen y tabla

command-quota-history = movimientos
    .description = Todos los movimientos del registro, primero los más nuevos

command-settings = ajustes
    .description = Cómo usa este servidor el bot

command-settings-show = ver
    .description = Todos los ajustes de este servidor

command-settings-channels = canales
    .description = Canales donde se pueden pedir videos; todos, si la lista está vacía

command-settings-roles = roles
    .description = Roles que pueden pedir videos; todo el mundo, si la lista está vacía

command-settings-moderator-roles = roles-moderador
    .description = Roles que pueden usar los comandos de moderador de este bot

command-settings-models = modelos
    .description = Modelos que se pueden usar; todos, si la lista está vacía

command-settings-providers = proveedores
    .description = Proveedores que pueden hacer videos; todos, si la lista está vacía

command-settings-limits = límites
    .description = Cuánto se puede gastar y cuántos videos puede haber en curso

command-settings-window = período
    .description = Cuándo se renuevan los cupos

command-settings-log-channel = canal-registro
    .description = Dónde se publican los cambios de los moderadores

command-settings-words = palabras
    .description = Palabras prohibidas en los prompts y palabras que cuentan como contenido para adultos

command-settings-adult = adultos
    .description = Dónde se aceptan prompts con palabras para adultos

command-settings-place = lugar
    .description = Dónde se publican los videos

command-settings-language = idioma
    .description = En qué idioma publica el bot

command-settings-giving = regalos
    .description = Si los miembros pueden regalarse créditos extra

command-settings-history = historial
    .description = Quién cambió qué, y por qué

option-image = imagen
    .about-animate = La imagen con la que empieza

option-prompt = prompt
    .about-animate = Qué debe pasar en el video

option-negative-prompt = prompt_negativo
    .about-animate = Qué no debe aparecer en el video

option-model = modelo
    .about-animate = Qué modelo lo hace; mira /models
    .about-settings-models = Mira /models

option-duration = duración
    .about-animate = Duración en segundos; la mayoría de los modelos hacen 5 o 10

option-mode = modo
    .about-animate = Calidad; la más barata si no eliges ninguna

option-cfg-scale = cfg_scale
    .about-animate = Con qué fidelidad seguir el prompt: 0 libremente, 1 estrictamente

option-end-image = imagen_final
    .about-animate = La imagen con la que termina

option-camera = cámara
    .about-animate = Cómo se mueve la cámara

option-camera-value = valor_cámara
    .about-animate = Con qué fuerza se mueve, de -10 a 10; no para los movimientos fijos

option-aspect-ratio = proporción
    .about-animate = Ancho por alto del video

option-sound = sonido
    .about-animate = Hacer también el sonido

option-voices = voces
    .about-animate = ID de hasta 2 voces, separados por comas; en el prompt se nombran <<<voice_1>>>

option-static-mask = máscara_fija
    .about-animate = Una imagen de la misma forma, blanca donde nada debe moverse

option-motion = movimiento
    .about-animate = Zonas y las trayectorias que recorren, como JSON; mira /help

option-watermark = marca_de_agua
    .about-animate = Con la marca de agua del proveedor

option-provider = proveedor
    .about-animate = Quién lo hace; el más barato si no eliges ninguno
    .about-settings-providers = Quién hace videos

option-state = estado
    .about-jobs-list = Solo los que están así

option-job = pedido
    .about-jobs = Qué video; su ID está en la tarjeta

option-outcome = decisión
    .about-jobs-resolve = Qué se hace con él

option-task = tarea
    .about-jobs-resolve = Con attach: el ID de la tarea en el proveedor

option-reason = motivo
    .about-jobs-resolve = Por qué; se guarda con la decisión
    .about-quota = Por qué; se guarda con el cambio
    .about-quota-block = Por qué; el miembro lo lee
    .about-usage-give = Por qué; se guarda con el regalo

option-member = miembro
    .about-usage-give = Quién los recibe
    .about-quota-show = De quién mostrar los créditos
    .about-quota-grant = Quién los recibe
    .about-quota-set-member = De quién es el cupo
    .about-quota-reset = De quién es el cupo que vuelve a estar completo
    .about-quota-block = Quién
    .about-quota-history = De quién son los movimientos; de todos si no eliges a nadie

option-role = rol
    .about-quota-show = De qué rol mostrar el cupo
    .about-quota-set-role = De qué rol es el cupo
    .about-settings-roles = Un rol; basta con tener uno de ellos
    .about-settings-moderator-roles = Un rol de moderadores

option-credits = créditos
    .about-usage-give = Cuántos
    .about-quota = Créditos por período; o elige en su lugar una palabra
    .about-quota-grant = Cuántos; menos de 0 retira créditos extra

option-word = palabra
    .about-quota-set-member = General: otra vez el de sus roles o el del servidor
    .about-quota-set-role = General: el rol ya no tiene cupo propio
    .about-quota-set-default = En lugar de créditos

option-until = hasta
    .about-quota = Cuándo termina, hora del servidor: 2026-12-24, 2026-12-24 18:00, 3 days o 2w

option-period = período
    .about-quota-report = Días según la zona horaria del servidor
    .about-settings-window = Cuánto dura un cupo; las semanas empiezan el lunes

option-time-zone = zona_horaria
    .about-settings-window = Como Europe/Berlin

option-action = acción
    .about-settings = Añadir, quitar, vaciar, o limpiar: olvidar lo que ya no existe
    .about-settings-providers = Añadir, quitar o vaciar
    .about-settings-words = Qué hacer con la lista

option-channel = canal
    .about-settings-channels = Un canal con sus hilos, o una categoría con sus canales
    .about-settings-log-channel = Un canal donde el bot pueda publicar; ninguno lo desactiva

option-pool = fondo_común
    .about-settings-limits = Créditos de todos los miembros juntos por período

option-most-credits = máximo_por_video
    .about-settings-limits = Créditos que puede costar un video

option-member-running = en_curso_miembro
    .about-settings-limits = Videos en curso a la vez de un miembro

option-server-running = en_curso_servidor
    .about-settings-limits = Videos en curso a la vez en el servidor

option-cooldown = espera
    .about-settings-limits = Segundos entre dos pedidos de un miembro

option-confirm-percent = porcentaje_caro
    .about-settings-limits = Preguntar si un video cuesta este porcentaje de los créditos de un miembro; 0: nunca

option-lift = quitar_límite
    .about-settings-limits = Dejar este otra vez sin límite

option-kind = tipo
    .about-settings-words = Prohibidas en todas partes, o contenido para adultos

option-words = palabras
    .about-settings-words = Una palabra o varias, separadas por comas

option-where = dónde
    .about-settings-adult = Cuentan las palabras incluidas y las propias de este servidor; mira /settings words
    .about-settings-place = En un hilo bajo cada tarjeta, en un hilo por miembro, o en el canal

option-language = idioma
    .about-settings-language = De tarjetas, videos y canal de registro; lo que lee un solo miembro va en su idioma

option-allowed = permitido
    .about-settings-giving = Si /usage give funciona

choice-mode-std = std: rápido y barato
choice-mode-pro = pro: mejor calidad
choice-mode-4k = 4k: la mayor nitidez

choice-camera-horizontal = horizontal
choice-camera-vertical = vertical
choice-camera-pan = paneo
choice-camera-tilt = inclinación
choice-camera-roll = giro
choice-camera-zoom = zoom
choice-camera-down-back = abajo y atrás
choice-camera-forward-up = adelante y arriba
choice-camera-right-turn-forward = giro a la derecha y adelante
choice-camera-left-turn-forward = giro a la izquierda y adelante

choice-outcome-attach = attach: el proveedor hizo de él una tarea; esperarla
choice-outcome-release = release: devolver los créditos; sin video
choice-outcome-again = again: enviarlo otra vez; seguro que el proveedor no tiene ninguna tarea

choice-word-unlimited = sin límite
choice-word-forbidden = prohibido
choice-word-default = general

choice-span-today = hoy
choice-span-yesterday = ayer
choice-span-this-week = esta semana
choice-span-last-week = la semana pasada
choice-span-this-month = este mes
choice-span-last-month = el mes pasado
choice-span-7-days = los últimos 7 días
choice-span-30-days = los últimos 30 días

choice-action-add = añadir
choice-action-remove = quitar
choice-action-clear = vaciar
choice-action-tidy = limpiar
choice-action-list = mostrar

choice-kind-forbidden = prohibidas
choice-kind-adult = para adultos

option-topic = tema
    .about-help = Qué te gustaría saber
