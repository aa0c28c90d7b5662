report-title = Relatório
report-days = { $first } a { $last }
report-videos = { $videos ->
    [one] { $videos } vídeo
   *[other] { $videos } vídeos
}
report-result = Gasto: **{ $credits }** · Chegaram: **{ $videos }** · Falharam: { $failed }
report-canceled = cancelados: { $videos }
report-undelivered = feitos, mas não publicados: { $videos }
report-on-the-way = em andamento: { $videos }; reserva: { $credits }
report-came = Chegou em até **{ $most }**.
report-nine-of-ten = Nove em cada dez chegaram em até **{ $most }**.
report-half = Metade chegou em até **{ $half }**; nove em cada dez, em até **{ $most }**.
report-most-by = Quem mais gastou foi { $member }: { $credits }.

report-described = Gráficos: gasto, { $credits }; chegaram { $videos }; falharam { $failed }
report-no-picture = Desta vez não foi possível desenhar a imagem. Envie o comando de novo para tentar mais uma vez.
report-ledger = Todos os lançamentos do extrato, para uma planilha.
report-ledger-times = O extrato segue quando cada lançamento foi escrito; a imagem, quando cada vídeo foi pedido.
report-ledger-too-large = O extrato deste período é grande demais para o Discord. Escolha um período mais curto para recebê-lo como arquivo.

report-chart-title = Vídeos e créditos
report-chart-credits-by-day = Créditos por dia
report-chart-credits-by-week = Créditos por semana
report-chart-videos = Vídeos
report-chart-delivered = chegaram: { $videos }
report-chart-failed = falharam: { $videos }
report-chart-models = Créditos por modelo
report-chart-members = Créditos por membro
report-chart-member = membro …{ $ending }
report-chart-others = outros
report-chart-waiting = Tempo de espera
report-chart-within = metade em { $median }, 90% em { $most }
report-chart-nothing = Nenhum vídeo neste período
report-chart-seconds = { $number } s
report-chart-minutes = { $number } min
report-chart-hours = { $number } h

report-column-entry = lançamento
report-column-time = hora (UTC)
report-column-member = membro
report-column-kind = tipo
report-column-grant = concessão
report-column-job = pedido
report-column-added = adicionado
report-column-held = reservado
report-column-spent = gasto
report-column-actor = autor
report-column-partner = outra parte
report-column-reason = motivo
