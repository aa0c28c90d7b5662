help-title = Transforme uma imagem em um vídeo curto
help-step-1 = Envie `/animate`, anexe uma imagem e, se quiser, diga em `prompt` o que deve se mover.
help-step-2 = Você lê na hora quanto custa, e um cartão no canal mostra o andamento.
help-step-3 = Alguns minutos depois o vídeo é publicado e você recebe uma menção.
help-commands-models = `/models` o que dá para fazer, com preços
help-commands-usage = `/usage show` seus créditos
help-commands-jobs = `/jobs list` seus vídeos
help-wrong = Um vídeo faz mal a alguém? Aperte **{ $button }** abaixo dele. Saiu errado ou travou? Avise um moderador deste servidor com o número do pedido que está no cartão.

help-topics = Mais sobre…
help-topic-overview = Resumo

help-topic-start = Seu primeiro vídeo
help-topic-pictures = Imagens
help-topic-options = Opções
help-topic-credits = Créditos
help-topic-problems = Problemas
help-topic-moderators = Para moderadores
help-topic-privacy = Privacidade e regras

help-start-attach = Envie `/animate` e anexe uma imagem. Todas as outras opções podem ficar de fora.
help-start-menu = Ou abra o menu de uma mensagem com imagem (segure o dedo nela ou clique com o botão direito) e escolha **Aplicativos** e depois **{ $entry }**.
help-start-prompt = Diga em `prompt` o que deve acontecer, em palavras simples: *ela sorri e a câmera se aproxima devagar*. Um ou dois movimentos funcionam melhor.
help-start-price = Você lê na hora quanto custa. Antes de um vídeo caro, o bot pergunta se deve fazê-lo.
help-start-card = O cartão mostra a posição na fila e quanto falta. Não precisa esperar: você recebe uma menção quando o vídeo chega.
help-start-more = Abaixo do vídeo, **{ $again }** pede o mesmo mais uma vez, e **{ $edit }** deixa você mudar antes as opções.

help-pictures-size = Pelo menos 300 pixels de cada lado, no máximo 2,5 vezes mais comprida do que larga, até 10 MB.
help-pictures-kinds = JPG e PNG são usados como estão; WebP, GIF e outros são convertidos.
help-pictures-fit = Uma imagem comprida, pequena ou pesada demais pode ser ajustada com um clique; você vê antes como fica.
help-pictures-end = Com alguns modelos, `imagem_final` é a imagem com que o vídeo termina.
help-pictures-good = Os melhores vídeos vêm de imagens nítidas, com um só assunto, bem iluminado e sem cortes.

help-options-model = **`modelo`**: `/models` mostra o que cada um sabe fazer e quanto custa.
help-options-length = **`duração`**, **`modo`**: vídeos mais longos, e `pro` e `4k`, custam mais.
help-options-negative = **`prompt_negativo`**: o que não deve aparecer.
help-options-cfg = **`cfg_scale`**: com que fidelidade o prompt é seguido, de 0 (livremente) a 1 (à risca).
help-options-camera = **`câmera`**, **`valor_câmera`**: como a câmera se move, e quanto.
help-options-others = **`proporção`**, **`som`**, **`vozes`**, **`marca_dágua`**: com os modelos que permitem.
help-options-brush = **`movimento`** move áreas da imagem ao longo de trajetos: { $shape }, em pixels a partir do canto superior esquerdo. **`máscara_fixa`** é branca onde nada deve se mover.
help-options-provider = **`provedor`**: quem faz o vídeo. Sem ele, o mais barato que funcione.

help-credits-worth = Um crédito é um centavo de dólar do preço de tabela do provedor. `/models` tem todos os preços.
help-credits-aside = Os créditos são reservados quando você pede e gastos quando o vídeo é publicado. Se não der para fazê-lo, são devolvidos.
help-credits-left = `/usage show` diz quantos sobram, quando se renovam e em que foram gastos.
help-credits-short = Não são suficientes? Escolha um vídeo mais curto ou um modelo mais barato, ou fale com um moderador.
help-credits-give = `/usage give` passa adiante créditos extras que você recebeu, onde este servidor permite.

help-problems-waiting = **Está demorando.** O cartão mostra a posição e a hora; não precisa enviar nada de novo. Se algo atrasa, o bot cuida disso.
help-problems-cancel = **Você não quer mais.** `/jobs cancel` enquanto ele espera na fila, e os créditos são devolvidos. Depois não dá mais para parar o provedor.
help-problems-failed = **Falhou.** Os créditos foram devolvidos. `/jobs retry` pede o vídeo mais uma vez.
help-problems-refused = **Foi recusado.** Os provedores verificam imagens e palavras. Use outras; o que foi recusado não custa nada.
help-problems-lost = **Não foi publicado, ou a mensagem foi excluída.** `/jobs resend` publica de novo, sem custo.
help-problems-hold = **Está retido.** Ninguém sabe se está sendo feito. Um moderador decide, e até lá seus créditos continuam reservados.
help-problems-else = **Outra coisa.** Avise um moderador deste servidor com o número do pedido que está no cartão.

help-moderators-allowance = `/quota set-default` quanto cada membro pode gastar; `/quota set-role`, `/quota set-member` e `/quota grant` para exceções
help-moderators-limits = `/settings limits` quanto todos podem gastar juntos e quanto um vídeo pode custar
help-moderators-where = `/settings channels`, `/settings roles` e `/settings models`: onde, por quem e com que os vídeos são feitos
help-moderators-words = `/settings words` e `/settings adult`: o que pode ser pedido
help-moderators-log = `/settings log-channel` onde você lê as denúncias e o que espera sua decisão; `/jobs resolve` decide sobre um vídeo retido
help-moderators-report = `/quota report` quem gastou quanto; `/quota block` impede alguém de pedir
help-moderators-status = `/status` como vai tudo e o que está travado
help-moderators-roles = Moderadores são membros com a permissão Gerenciar servidor; `/settings moderator-roles` adiciona cargos.

help-privacy-made = Todos os vídeos são feitos por IA, e dizem isso. Não os faça passar por reais.
help-privacy-rights = Use só imagens que você pode usar, e rostos de outras pessoas só se elas concordarem.
help-privacy-report = Um vídeo faz mal a alguém? Aperte **{ $button }** abaixo dele. Os moderadores deste servidor leem a denúncia e podem excluí-lo.
help-privacy-stored = Imagens e prompts vão para o provedor que faz o vídeo. O bot os guarda, assim como o custo deles e, por um tempo, o próprio vídeo.
help-privacy-own = `/mydata export` dá a você tudo o que está guardado sobre você; `/mydata delete` apaga tudo.
