mydata-nobody = alguien cuyos datos se borraron

mydata-not-posted = Se borraron los datos de quien lo pidió; por eso el video no se publica.
mydata-not-made = Se borraron los datos de quien lo pidió; por eso el video no se hace.

mydata-packed = Tus datos
mydata-packed-all = Este archivo contiene todo lo que hay guardado sobre ti, en todos los servidores de este bot. Aquí nadie más puede verlo.
mydata-packed-some = { $left ->
    [one] No cupo una imagen, la más antigua.
   *[other] No cupieron { $left } imágenes, las más antiguas.
}
mydata-nothing = No hay nada guardado sobre ti.
mydata-too-much = Es más de lo que Discord admite en un archivo. Pídeselo al operador de este bot.
mydata-in-hand = Tu archivo ya se está preparando. Tarda un momento.

mydata-readme-title = Tus datos en Stillmotion
mydata-readme-data = data.json: todas las filas que te nombran, por tabla, con los ID tal como los escribe Discord. 0 representa a otra persona.
mydata-readme-ledger = ledger.csv: cada cambio de tus créditos, para una hoja de cálculo.
mydata-readme-pictures = pictures/: las imágenes que animaste, mientras aún se conserven. Llevan el ID de su video como nombre.
mydata-readme-left = { $left ->
    [one] En este archivo no cupo una imagen, la más antigua.
   *[other] En este archivo no cupieron { $left } imágenes, las más antiguas.
}
mydata-readme-videos = Los videos terminados están en Discord y no aquí. Uno que Discord no aceptó llega con /jobs resend.
mydata-readme-delete = Para borrarlo todo, usa /mydata delete.
mydata-readme-counts = Contiene: { $videos }, { $pictures }.

mydata-videos-count = { $videos ->
    [one] { $videos } video
   *[other] { $videos } videos
}
mydata-pictures-count = { $pictures ->
    [one] { $pictures } imagen
   *[other] { $pictures } imágenes
}

mydata-question = ¿Borrar tus datos?
mydata-what-is-there = Hay { $videos } y { $pictures } de ti, en { $servers ->
    [one] { $servers } servidor
   *[other] { $servers } servidores
}.
mydata-goes = Lo que se borra
mydata-goes-words = Prompts, imágenes, borradores y videos que el bot aún conserva; motivos que se escribieron sobre ti.
mydata-goes-name = Tu nombre en el registro de créditos, en la lista de cambios y en las tarjetas: nadie podrá saber ya de quién eran. No se puede deshacer.
mydata-goes-queued = { $videos ->
    [one] Se cancela { $videos } video que espera su turno.
   *[other] Se cancelan { $videos } videos que esperan su turno.
}
mydata-goes-being-made = { $videos ->
    [one] **Hay { $videos } video en preparación** que no se puede detener: se paga y no se publica. Si lo quieres, espera a que llegue.
   *[other] **Hay { $videos } videos en preparación** que no se pueden detener: se pagan y no se publican. Si los quieres, espera a que lleguen.
}
mydata-goes-granted = Pierdes { $price } extra que te concedieron.
mydata-stays = Lo que se queda
mydata-stays-posted = Mensajes y nombres de hilos en Discord. Elimina allí antes tus videos: después solo pueden hacerlo los moderadores.
mydata-stays-used = Lo que usaste de tu cupo, como número, hasta que se renueve { $when }.
mydata-stays-ruled = { $servers ->
    [one] Un bloqueo o un cupo más bajo que te pusieron los moderadores en { $servers } servidor, con tu ID, hasta que lo quiten o termine.
   *[other] Bloqueos o cupos más bajos que te pusieron los moderadores en { $servers } servidores, con tu ID, hasta que los quiten o terminen.
}
mydata-yes = Borrar todo
mydata-no = Conservar
mydata-erasing = Borrando tus datos…
mydata-erased = Tus datos están borrados
mydata-erased-cards = Las tarjetas más recientes pierden su texto en los próximos minutos.
mydata-erased-again = Puedes seguir usando el bot cuando quieras.
mydata-kept = No se borró nada
mydata-of-another = Esta pregunta es de otra persona. La tuya está en `/mydata delete`.
