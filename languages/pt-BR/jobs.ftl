jobs-group-all = todos
jobs-group-on-the-way = em andamento
jobs-group-ready = prontos
jobs-group-not-made = não feitos
jobs-group-on-hold = retidos
jobs-group-not-posted = não publicados

jobs-yours = Seus vídeos
jobs-yours-that-are = Seus vídeos: { $group }
jobs-none-yet = Nenhum ainda. Peça um com `/animate`.
jobs-none = Nenhum no momento.
jobs-show-one = Tudo sobre um: `/jobs show`
jobs-newer = ◀ Mais novos
jobs-older = Mais antigos ▶

jobs-next-queued = `/jobs cancel` retira o vídeo e devolve os créditos.
jobs-next-delivered = `/jobs retry` pede o vídeo mais uma vez. `/jobs resend` o publica de novo se a mensagem foi excluída.
jobs-next-deleted = `/jobs retry` pede o vídeo mais uma vez.
jobs-next-failed = `/jobs retry` pede o vídeo mais uma vez.
jobs-next-canceled = `/jobs retry` pede o vídeo mais uma vez.
jobs-next-uncertain = Um moderador decide com `/jobs resolve`.
jobs-next-undeliverable = `/jobs resend` publica o vídeo de novo, sem custo.

jobs-task = tarefa { $task }
jobs-task-unknown = desconhecida
jobs-attempt = tentativa { $attempt }

jobs-ordered-from = Pedido ao provedor { $provider }
jobs-price-back = Valor devolvido: **{ $price }**; nada foi cobrado
jobs-price-spent = Gasto: **{ $price }**
jobs-price-held = Reserva: **{ $price }**
jobs-place = Posição { $place } na fila

jobs-ordered-at = Pedido em { $when }
jobs-handed-over-at = Entregue ao provedor em { $when }
jobs-changed-at = Última alteração { $when }

jobs-card = Cartão
jobs-thread = Tópico
jobs-video = Vídeo

jobs-no-prompt = sem prompt

jobs-canceled = Cancelado
jobs-went-back = Valor devolvido: **{ $price }**. Nada foi cobrado.

jobs-too-late = Tarde demais para cancelar
jobs-too-late-submitting = Está sendo entregue ao provedor, que não pode mais ser parado.
jobs-too-late-running = O provedor está fazendo o vídeo e não pode ser parado. O vídeo chega quando ficar pronto.
jobs-too-late-delivering = Já está feito e prestes a ser publicado.
jobs-too-late-uncertain = O provedor pode estar com ele e não pode ser parado. Um moderador decide sobre ele.
jobs-too-late-canceled = Já estava cancelado.
jobs-too-late-ended = Já terminou.

jobs-on-its-way = A caminho
jobs-posted-soon = O vídeo é publicado de novo assim que for baixado, e não é cobrado outra vez.
jobs-still-there = Já está lá
jobs-still-stands = A mensagem continua no lugar: { $address }
jobs-gone = O vídeo não existe mais
jobs-no-longer-had = Foi publicado uma vez, e o provedor não o tem mais. `/jobs retry` pede o vídeo mais uma vez.
jobs-not-now = Não é possível agora
jobs-cannot-be-asked = Não dá para consultar o Discord ou o provedor do vídeo. Tente de novo em alguns minutos.
jobs-deleted = O vídeo foi excluído
jobs-nothing-to-post = Nada para publicar

jobs-not-ended = Este vídeo ainda não terminou. Depois que terminar, pode ser pedido mais uma vez.
jobs-not-on-hold = Este vídeo não está retido, então não há nada a decidir. Veja com `/jobs show`.
jobs-late-with-task = Este vídeo está atrasado, mas a tarefa dele é conhecida. Dá para esperar ou desistir dele: `release`.
jobs-attach-needs-task = `attach` precisa da `tarefa`, e só `attach` a aceita.
jobs-no-such-job = Você não tem esse vídeo aqui. Escolha um dos sugeridos; veja `/jobs list`.
jobs-of-another = Esta lista é de outra pessoa. A sua está em `/jobs list`.
jobs-pictures-gone = As imagens desse vídeo não estão mais guardadas. Anexe a imagem de novo com `/animate`.
