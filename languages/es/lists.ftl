# Glosario: job = pedido · card = tarjeta · credits = créditos · allowance = cupo · grant = concesión, créditos extra ·
# pool = fondo común, todos los miembros juntos · moderator = moderador · operator = operador · queue = cola ·
# provider = proveedor · provider task = tarea · window, period = período · ledger = registro · entry = movimiento ·
# on hold = retenido · on the way = en curso · set aside = reservado · spent = gastado · went back = devuelto ·
# charged = cobrado · order = pedir · post = publicar · delete = eliminar · erase (datos) = borrar · flag = reportar,
# reporte · report (período) = informe · end picture = imagen final · motion brush = pincel de movimiento ·
# aspect ratio = proporción · picture = imagen.
# Se tutea a quien lee, en español neutro («video») y sin marcar su género. Los comandos citados en los textos quedan en
# inglés; las opciones se llaman como en commands.ftl.

range = { $first } a { $last }

credits-count = { $credits ->
    [one] { $credits } crédito
   *[other] { $credits } créditos
}

minutes-count = { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}

moment-utc = { $day }, { $time } UTC

lists-separator = { ", " }

lists-and-more = { $things } y { $more } más

lists-more = y { $more } más

seconds-count = { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}

hours-count = { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
}
