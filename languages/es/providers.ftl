providers-wrong = Algo falló en el proveedor de video.
providers-unreachable = Ahora mismo no se puede contactar con el proveedor de video.
providers-silent = El proveedor de video no respondió.
providers-busy = El proveedor de video está saturado.
providers-model-gone = Su proveedor desactivó este modelo. Elige otro con /models.
providers-task-unknown = El proveedor de video ya no conoce esta tarea.
providers-operator = El operador del bot tiene que arreglar su acceso al proveedor de video.
providers-out-of-money = Se agotó el saldo del bot con el proveedor de video. Solo su operador puede recargarlo.

providers-refused = El proveedor de video rechazó esta solicitud.
providers-refused-silently = El proveedor de video rechazó esta solicitud sin dar un motivo.
providers-refused-because = El proveedor de video rechazó esta solicitud: «{ $reason }».
providers-failed = El proveedor de video no pudo hacer este video.
providers-failed-silently = El proveedor de video no pudo hacer este video y no dio un motivo.
providers-failed-because = El proveedor de video no pudo hacer este video: «{ $reason }».
providers-no-video = El proveedor de video dice que este video está listo, pero en un día entero no dio una dirección para descargarlo.

providers-content-filter = El filtro de contenido del proveedor de video detuvo este pedido. Esos filtros son prudentes y también detienen imágenes y prompts inofensivos; puede que otras palabras u otra imagen pasen.
providers-too-large = Para el proveedor de video estas imágenes son demasiado grandes. Puede que archivos más pequeños pasen.
providers-supplier = Este proveedor de video tiene problemas con el suyo propio. Puede que ahora funcione otro proveedor, o este más tarde.
providers-shape = El proveedor de video no puede usar el tamaño o la forma de esta imagen: cada lado necesita al menos 300 píxeles, y el lado largo puede medir como máximo 2,5 veces el corto.
providers-unreadable = El proveedor de video no pudo leer esta imagen. Suele ayudar guardarla de nuevo como JPG o PNG.
providers-words-too-long = El prompt y el prompt negativo tienen juntos { $length } caracteres; este modelo admite { $limit }. Basta con acortarlos.

providers-others-work = { $why } Estos modelos funcionan: { $models }.
