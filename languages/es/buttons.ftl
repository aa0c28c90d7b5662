button-cancel = Cancelar
button-again = Otra vez
button-edit = Editar
button-delete = Eliminar
button-delete-now = Sí, eliminar
button-keep = Conservar
button-flag = Reportar
button-block = Bloquear al miembro
button-download = Descargar

button-in-hand = Ya se está atendiendo. Basta con pulsar una vez.
button-just-ordered = Acabas de pedirlo una vez más. Si quieres otro, pulsa de nuevo en unos segundos.
button-unknown = El bot no conoce este botón: es de otra versión. `/jobs list` muestra qué puedes hacer con tus videos.
button-no-such-job = El bot ya no conoce este video.
button-was-deleted = Este video se eliminó; aquí ya no se puede hacer nada con él.
button-not-yours = Solo puede hacerlo quien pidió este video, o un moderador.

button-delete-question = ¿Eliminar este video?
button-delete-means = Su mensaje se elimina aquí y nadie podrá publicarlo de nuevo. Sus créditos no se devuelven. La tarjeta dice quién lo eliminó.
button-deleted = Eliminado
button-deleted-soon = El video está eliminado. Si su mensaje sigue ahí, desaparecerá enseguida.
button-kept = No se eliminó nada
button-kept-why = El video se queda donde está.
button-empty-question = ¿Eliminar lo que muestra esta tarjeta?
button-empty-means = Su imagen y su texto se eliminan aquí y nadie podrá pedirlo de nuevo desde aquí. Los créditos no cambian. La tarjeta dice quién los eliminó.
button-emptied-soon = La imagen y el texto desaparecen de la tarjeta enseguida.
button-not-deletable = No hay ningún video que eliminar: aún no se publicó o ya se eliminó.

button-edit-title = La misma imagen, otra vez

button-flag-title = Reportar este video
button-flag-reason = ¿Qué tiene de malo?
button-flag-about = Lo leen los moderadores de este servidor, con tu nombre.
button-reason-blank = Escribe un motivo con palabras.
button-flagged = Reportado
button-flagged-log = Se avisó a los moderadores de este servidor. Gracias.
button-flagged-no-log = Queda guardado para los moderadores de este servidor, que lo ven en `/settings history`. Este servidor no le ha dicho al bot dónde publicar los reportes: avisa también tú a un moderador.
button-flagged-already = Ya reportado
button-flagged-already-why = Ya reportaste este video. Los moderadores lo saben.
button-flagged-often = Demasiados reportes
button-flagged-often-why = Reportaste muchos videos en poco tiempo. Podrás enviar el próximo reporte { $when }.

button-block-title = Bloquear a este miembro
button-block-reason = Motivo, que el miembro lee
button-block-about = No podrá pedir videos hasta /quota unblock.
button-nobody-to-block = Los datos de quien pidió este video se borraron; no hay a quién bloquear.

button-flag-show = Ver
