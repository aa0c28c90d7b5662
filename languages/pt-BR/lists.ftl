# Glossário: job = pedido · card = cartão · credits = créditos · allowance = cota · grant = concessão, créditos extras ·
# pool = fundo comum, todos os membros juntos · moderator = moderador · operator = operador · queue = fila ·
# provider = provedor · provider task = tarefa · window, period = período · ledger = extrato · entry = lançamento ·
# on hold = retido · on the way = em andamento · set aside = reservado · spent = gasto · went back = devolvido ·
# charged = cobrado · order = pedir · post = publicar · delete = excluir · erase (dados) = apagar · flag = denunciar,
# denúncia · report (período) = relatório · end picture = imagem final · motion brush = pincel de movimento ·
# aspect ratio = proporção · picture = imagem · role = cargo · thread = tópico.
# Quem lê é «você», sem marcar gênero. Os comandos citados nos textos ficam em inglês; as opções se chamam como em
# commands.ftl.

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

lists-and-more = { $things } e mais { $more }

lists-more = e mais { $more }

seconds-count = { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}

hours-count = { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
}
