answers-unchanged = **Nada foi alterado.**

answers-ordered = Seu vídeo foi pedido
answers-next = É o próximo da fila; previsão: { $when }.
answers-place = Posição { $place } na fila; previsão: { $when }.
answers-costs = Custa **{ $price }**; você tem { $left }.
answers-go-back = Se não der para fazer o vídeo, os créditos são devolvidos.
answers-card-soon = O cartão dele está para aparecer.
answers-show-card = Ver o cartão

answers-refused = Isto não pode ser feito
answers-refused-now = **Nada foi cobrado.** Corrija e tente de novo.

answers-not-handed-over = O Discord não entregou a imagem; anexe-a de novo.

answers-not-done = Não foi feito
answers-no-such-task = O provedor do vídeo não conhece essa tarefa, ou está desativado. Confira o ID.

answers-not-moderator = Só moderadores podem fazer isto
answers-moderators = Moderadores são membros com a permissão Gerenciar servidor.
answers-moderators-roles = Moderadores são membros com a permissão Gerenciar servidor ou com um destes cargos:

answers-may-not-post = O bot não pode publicar aqui
answers-missing = Neste canal, ele não tem:
answers-missing-now = **Nada foi cobrado.** Use outro canal ou peça a um moderador que dê ao bot estas permissões.

permission-view-channel = Ver canal
permission-send-messages = Enviar mensagens
permission-send-messages-in-threads = Enviar mensagens em tópicos
permission-create-public-threads = Criar tópicos públicos
permission-attach-files = Anexar arquivos
permission-embed-links = Inserir links
permission-read-message-history = Ver histórico de mensagens

answers-database-away = Não é possível agora
answers-no-database = O bot não consegue acessar o banco de dados.
answers-nothing-accepted = **Nada foi aceito e nada foi cobrado.** Tente de novo em alguns minutos.
answers-see-before-repeating = Tente de novo em alguns minutos. Antes de repetir uma alteração, veja se ela foi feita: moderadores em `/settings history`, os demais em `/usage show` ou `/jobs list`.

answers-taken-already = Já foi pedido
answers-taken-once = Este mesmo pedido já foi aceito uma vez e não é cobrado de novo.
answers-see-list = Veja com `/jobs list`.

answers-moved-on = Já mudou
answers-somebody-quicker = Alguém chegou antes, ou o vídeo seguiu seu caminho. Veja com `/jobs show`.

answers-not-yet = Ainda não
answers-finding-out = O bot ainda está descobrindo o que aconteceu com este vídeo.
answers-decide-when = Você poderá decidir { $when }.
answers-not-attached = Não foi associada
answers-task-of-another = Esta tarefa é de outro vídeo. Confira o ID.

answers-broken = Algo deu errado do nosso lado
answers-may-be-ordered = Olhe `/jobs list` antes de tentar de novo: seu vídeo pode já ter sido pedido.
answers-try-again = **Nada foi cobrado.** Tente de novo.
answers-incident = Se acontecer outra vez, avise um moderador: incidente { $incident }

answers-outdated = Este comando mudou
answers-old-form = O Discord ainda mostra a forma antiga para você.
answers-restart-discord = **Nada foi cobrado.** Reinicie o Discord e envie o comando de novo.

answers-models = Modelos
answers-no-model = Nenhum modelo está ativo no momento. Avise um moderador.
answers-about-models = Indique um na opção `modelo` do `/animate`. Preços em créditos, do vídeo mais curto ao mais longo.
answers-more-models = E mais { $more }: digite algumas letras na opção `modelo`.
answers-model-seconds = { $lengths } segundos
answers-model-price = `{ $mode }` **{ $price }**
answers-model-prices = `{ $mode }` **{ $lowest }** a **{ $highest }**
answers-model-default = usado se você não escolher nenhum
answers-model-quickest = a partir de { $time } aprox.
answers-model-takes = aceita { $extras }
answers-model-prompt = precisa de um prompt
