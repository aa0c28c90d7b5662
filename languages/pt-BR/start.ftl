start-model-line = { $model } · { $lengths } s · a partir de { $price }
start-model-line-with = { $model } · { $extras }

start-can-end-image = imagem final
start-can-camera = câmera
start-can-brush = pincel
start-can-sound = som
start-can-voices = vozes

start-form = Animar imagem
start-form-picture = Qual imagem?
start-form-prompt = O que deve acontecer no vídeo?
start-form-model = Modelo
start-form-model-about = Cada opção diz o que ele sabe fazer.
start-form-shape = Qualidade e duração
start-form-shape-about = Cada opção diz quanto custa com cada modelo, em créditos.
start-form-negative = O que não deve aparecer?
start-form-more = Mais opções
start-form-more-about = Escreva assim: { $example }

start-form-change = Mudar
start-over-forgotten = Este formulário é antigo demais para ser mostrado de novo. Comece outra vez com `/animate`.

start-over = Este formulário expirou
start-over-why = Ele ficou aberto tempo demais, ou o bot foi reiniciado nesse meio-tempo. Abra de novo; o que você escreveu está aqui para copiar.

start-picture = { $number }: { $name }
start-shape = { $mode }, { $seconds } segundos
start-price-with = { $model }: { $price }

start-yes = sim
start-no = não

start-line-unreadable = “{ $words }” não é uma opção. Escreva cada uma assim: `{ $example }`, com um espaço entre elas.
start-line-unknown = Não há nenhuma opção `{ $option }` aqui. Há { $options }.
start-line-twice = `{ $option }` aparece duas vezes.
start-line-yes-no = `{ $option }` é { $yes } ou { $no }.

start-no-picture = Não há imagem aí
start-no-picture-here = Essa mensagem não tem uma imagem própria. Escolha uma que tenha, ou anexe uma imagem ao `/animate`.
start-linked-too-heavy = A imagem desse link é pesada demais; são permitidos no máximo { $most } MB.
start-nothing = **Nada foi pedido.**

start-fit = A imagem precisa ser ajustada
start-fit-enlarged = Para isso ela é ampliada, então o vídeo pode ficar borrado.
start-fit-lightened = Para isso ela é salva de novo, mais leve.
start-fit-choose = Ela pode ser usada assim:
start-fit-once = Isto é o que será usado:
start-fit-crop = Cortar
start-fit-pad = Preencher
start-fit-only = Usar assim
start-fit-crop-about = só o meio é usado.
start-fit-pad-about = inteira, com faixas desfocadas em volta.
start-fit-way = **{ $label }**: { $about }
start-fit-crop-seen = A imagem ajustada; cortada onde era comprida demais
start-fit-pad-seen = A imagem inteira entre faixas desfocadas
start-fit-price = O vídeo custa { $price }.
start-fit-not-with-brush = Com o pincel de movimento não dá para ajustar uma imagem: as máscaras e os trajetos ficariam fora do lugar.
