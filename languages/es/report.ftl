report-title = Informe
report-days = { $first } a { $last }
report-videos = { $videos ->
    [one] { $videos } video
   *[other] { $videos } videos
}
report-result = Gasto: **{ $credits }** · Llegaron: **{ $videos }** · Fallaron: { $failed }
report-canceled = cancelados: { $videos }
report-undelivered = hechos, pero sin publicar: { $videos }
report-on-the-way = en curso: { $videos }; reserva: { $credits }
report-came = Llegó en **{ $most }** como máximo.
report-nine-of-ten = Nueve de cada diez llegaron en **{ $most }** como máximo.
report-half = La mitad llegó en **{ $half }** como máximo; nueve de cada diez, en **{ $most }**.
report-most-by = Quien más gastó fue { $member }: { $credits }.

report-described = Gráficos: gasto, { $credits }; llegaron { $videos }; fallaron { $failed }
report-no-picture = Esta vez no se pudo dibujar la imagen. Envía el comando otra vez para intentarlo de nuevo.
report-ledger = Todos los movimientos del registro, para una hoja de cálculo.
report-ledger-times = El registro va por cuándo se escribió cada movimiento; la imagen, por cuándo se pidió cada video.
report-ledger-too-large = El registro de este período es demasiado grande para Discord. Elige un período más corto para recibirlo como archivo.

report-chart-title = Videos y créditos
report-chart-credits-by-day = Créditos por día
report-chart-credits-by-week = Créditos por semana
report-chart-videos = Videos
report-chart-delivered = llegaron: { $videos }
report-chart-failed = fallaron: { $videos }
report-chart-models = Créditos por modelo
report-chart-members = Créditos por miembro
report-chart-member = miembro …{ $ending }
report-chart-others = otros
report-chart-waiting = Tiempo de espera
report-chart-within = mitad en { $median }, 90 % en { $most }
report-chart-nothing = Ningún video en este período
report-chart-seconds = { $number } s
report-chart-minutes = { $number } min
report-chart-hours = { $number } h

report-column-entry = movimiento
report-column-time = hora (UTC)
report-column-member = miembro
report-column-kind = tipo
report-column-grant = concesión
report-column-job = pedido
report-column-added = añadido
report-column-held = reservado
report-column-spent = gastado
report-column-actor = autor
report-column-partner = otra parte
report-column-reason = motivo
