command-animate = animar
    .description = Transforme uma imagem em um vídeo curto

menu-animate-image = Animar imagem

command-models = modelos
    .description = Os modelos, o que sabem fazer e quanto custa um vídeo

command-help = ajuda
    .description = Como transformar uma imagem em um vídeo

command-status = status
    .description = Como vai tudo e o que está travado

command-mydata = meusdados
    .description = O que está guardado sobre você

command-mydata-export = exportar
    .description = Receba em um arquivo tudo o que está guardado sobre você

command-mydata-delete = apagar
    .description = Apague tudo o que está guardado sobre você; pergunta antes

command-jobs = pedidos
    .description = Seus vídeos

command-jobs-list = lista
    .description = Seus vídeos: como vão e onde estão

command-jobs-show = ver
    .description = Tudo sobre um vídeo

command-jobs-cancel = cancelar
    .description = Retire um vídeo que ainda espera a vez

command-jobs-retry = repetir
    .description = Peça um vídeo mais uma vez, com a mesma imagem e as mesmas opções

command-jobs-resend = reenviar
    .description = Publique de novo um vídeo pronto que não foi publicado ou cuja mensagem foi excluída

command-jobs-resolve = decidir
    .description = Moderadores: decidir sobre um vídeo retido

command-usage = saldo
    .description = Seus créditos

command-usage-show = ver
    .description = Quantos créditos você ainda tem, quando se renovam e em que foram gastos

command-usage-give = presentear
    .description = Dê a outro membro créditos extras que você recebeu

command-quota = cotas
    .description = Quanto os membros podem gastar

command-quota-show = ver
    .description = As cotas do servidor, ou as de um membro ou cargo

command-quota-grant = conceder
    .description = Dê a um membro créditos extras, usados depois da cota

command-quota-set-member = definir-membro
    .description = Dê a um membro uma cota própria

command-quota-set-role = definir-cargo
    .description = Dê uma cota a quem tem um cargo

command-quota-set-default = definir-geral
    .description = Quanto pode gastar quem não tem outra cota

command-quota-reset = zerar
    .description = Esqueça o que um membro gastou da cota atual

command-quota-block = bloquear
    .description = Impeça um membro de pedir vídeos; os que estão em andamento ainda chegam

command-quota-unblock = desbloquear
    .description = Deixe um membro bloqueado pedir vídeos de novo

command-quota-report = relatório
    .description = Créditos, vídeos e tempos de espera de um período, em imagem e tabela

command-quota-history = lançamentos
    .description = Todos os lançamentos do extrato, os mais novos primeiro

command-settings = configurações
    .description = Como este servidor usa o bot

command-settings-show = ver
    .description = Todas as configurações deste servidor

command-settings-channels = canais
    .description = Canais onde vídeos podem ser pedidos; todos, se a lista estiver vazia

command-settings-roles = cargos
    .description = Cargos que podem pedir vídeos; todo mundo, se a lista estiver vazia

command-settings-moderator-roles = cargos-moderador
    .description = Cargos que podem usar os comandos de moderador deste bot

command-settings-models = modelos
    .description = Modelos que podem ser usados; todos, se a lista estiver vazia

command-settings-providers = provedores
    .description = Provedores que podem fazer vídeos; todos, se a lista estiver vazia

command-settings-limits = limites
    .description = Quanto pode ser gasto e quantos vídeos podem estar em andamento

command-settings-window = período
    .description = Quando as cotas se renovam

command-settings-log-channel = canal-registro
    .description = Onde as alterações dos moderadores são publicadas

command-settings-words = palavras
    .description = Palavras proibidas nos prompts e palavras que contam como conteúdo adulto

command-settings-adult = adulto
    .description = Onde prompts com palavras adultas são aceitos

command-settings-place = lugar
    .description = Onde os vídeos são publicados

command-settings-language = idioma
    .description = Em que idioma o bot publica

command-settings-giving = presentes
    .description = Se os membros podem presentear créditos extras

command-settings-history = histórico
    .description = Quem alterou o quê, e por quê

option-image = imagem
    .about-animate = A imagem com que começa

option-prompt = prompt
    .about-animate = O que deve acontecer no vídeo

option-negative-prompt = prompt_negativo
    .about-animate = O que não deve aparecer no vídeo

option-model = modelo
    .about-animate = Qual modelo faz o vídeo; veja /models
    .about-settings-models = Veja /models

option-duration = duração
    .about-animate = Duração em segundos; a maioria dos modelos faz 5 ou 10

option-mode = modo
    .about-animate = Qualidade; a mais barata se você não escolher

option-cfg-scale = cfg_scale
    .about-animate = Com que fidelidade seguir o prompt: 0 livremente, 1 à risca

option-end-image = imagem_final
    .about-animate = A imagem com que termina

option-camera = câmera
    .about-animate = Como a câmera se move

option-camera-value = valor_câmera
    .about-animate = Com que força se move, de -10 a 10; não para os movimentos fixos

option-aspect-ratio = proporção
    .about-animate = Largura por altura do vídeo

option-sound = som
    .about-animate = Fazer também o som

option-voices = vozes
    .about-animate = IDs de até 2 vozes, separados por vírgulas; no prompt são <<<voice_1>>>

option-static-mask = máscara_fixa
    .about-animate = Uma imagem do mesmo formato, branca onde nada deve se mover

option-motion = movimento
    .about-animate = Áreas e os trajetos que percorrem, em JSON; veja /help

option-watermark = marca_dágua
    .about-animate = Com a marca d’água do provedor

option-provider = provedor
    .about-animate = Quem faz o vídeo; o mais barato se você não escolher
    .about-settings-providers = Quem faz vídeos

option-state = estado
    .about-jobs-list = Só os que estão assim

option-job = pedido
    .about-jobs = Qual vídeo; o ID está no cartão

option-outcome = decisão
    .about-jobs-resolve = O que fazer com ele

option-task = tarefa
    .about-jobs-resolve = Com attach: o ID da tarefa no provedor

option-reason = motivo
    .about-jobs-resolve = Por quê; fica guardado com a decisão
    .about-quota = Por quê; fica guardado com a alteração
    .about-quota-block = Por quê; o membro lê
    .about-usage-give = Por quê; fica guardado com o presente

option-member = membro
    .about-usage-give = Quem recebe
    .about-quota-show = De quem mostrar os créditos
    .about-quota-grant = Quem recebe
    .about-quota-set-member = De quem é a cota
    .about-quota-reset = De quem é a cota que volta a ficar inteira
    .about-quota-block = Quem
    .about-quota-history = De quem são os lançamentos; de todos se você não indicar ninguém

option-role = cargo
    .about-quota-show = De qual cargo mostrar a cota
    .about-quota-set-role = De qual cargo é a cota
    .about-settings-roles = Um cargo; basta ter um deles
    .about-settings-moderator-roles = Um cargo de moderadores

option-credits = créditos
    .about-usage-give = Quantos
    .about-quota = Créditos por período; ou escolha uma palavra no lugar
    .about-quota-grant = Quantos; menos de 0 retira créditos extras

option-word = palavra
    .about-quota-set-member = Geral: de novo a dos cargos ou a do servidor
    .about-quota-set-role = Geral: o cargo não tem mais cota própria
    .about-quota-set-default = No lugar de créditos

option-until = até
    .about-quota = Quando termina, no horário do servidor: 2026-12-24, 2026-12-24 18:00, 3 days ou 2w

option-period = período
    .about-quota-report = Dias no fuso horário do servidor
    .about-settings-window = Quanto dura uma cota; as semanas começam na segunda

option-time-zone = fuso_horário
    .about-settings-window = Como Europe/Berlin

option-action = ação
    .about-settings = Adicionar, remover, esvaziar, ou limpar: esquecer o que não existe mais
    .about-settings-providers = Adicionar, remover ou esvaziar
    .about-settings-words = O que fazer com a lista

option-channel = canal
    .about-settings-channels = Um canal com seus tópicos, ou uma categoria com seus canais
    .about-settings-log-channel = Um canal onde o bot possa publicar; nenhum desativa

option-pool = fundo_comum
    .about-settings-limits = Créditos de todos os membros juntos por período

option-most-credits = máximo_por_vídeo
    .about-settings-limits = Créditos que um vídeo pode custar

option-member-running = em_andamento_membro
    .about-settings-limits = Vídeos em andamento ao mesmo tempo de um membro

option-server-running = em_andamento_servidor
    .about-settings-limits = Vídeos em andamento ao mesmo tempo no servidor

option-cooldown = espera
    .about-settings-limits = Segundos entre dois pedidos de um membro

option-confirm-percent = porcentagem_caro
    .about-settings-limits = Perguntar se um vídeo custar esta porcentagem dos créditos de um membro; 0: nunca

option-lift = tirar_limite
    .about-settings-limits = Deixar este sem limite de novo

option-kind = tipo
    .about-settings-words = Proibidas em todo lugar, ou conteúdo adulto

option-words = palavras
    .about-settings-words = Uma palavra ou várias, separadas por vírgulas

option-where = onde
    .about-settings-adult = Contam as palavras do bot e as próprias deste servidor; veja /settings words
    .about-settings-place = Em um tópico abaixo de cada cartão, em um tópico por membro, ou no canal

option-language = idioma
    .about-settings-language = De cartões, vídeos e canal de registro; o que só um membro lê vai no idioma dele

option-allowed = permitido
    .about-settings-giving = Se /usage give funciona

choice-mode-std = std: rápido e barato
choice-mode-pro = pro: melhor qualidade
choice-mode-4k = 4k: a maior nitidez

choice-camera-horizontal = horizontal
choice-camera-vertical = vertical
choice-camera-pan = panorâmica
choice-camera-tilt = inclinação
choice-camera-roll = rotação
choice-camera-zoom = zoom
choice-camera-down-back = para baixo e para trás
choice-camera-forward-up = para a frente e para cima
choice-camera-right-turn-forward = giro à direita e para a frente
choice-camera-left-turn-forward = giro à esquerda e para a frente

choice-outcome-attach = attach: o provedor fez dele uma tarefa; esperar por ela
choice-outcome-release = release: devolver os créditos; sem vídeo
choice-outcome-again = again: enviar de novo; o provedor com certeza não tem nenhuma tarefa

choice-word-unlimited = sem limite
choice-word-forbidden = proibido
choice-word-default = geral

choice-span-today = hoje
choice-span-yesterday = ontem
choice-span-this-week = esta semana
choice-span-last-week = semana passada
choice-span-this-month = este mês
choice-span-last-month = mês passado
choice-span-7-days = últimos 7 dias
choice-span-30-days = últimos 30 dias

choice-action-add = adicionar
choice-action-remove = remover
choice-action-clear = esvaziar
choice-action-tidy = limpar
choice-action-list = mostrar

choice-kind-forbidden = proibidas
choice-kind-adult = adultas

option-topic = tema
    .about-help = O que você gostaria de saber
