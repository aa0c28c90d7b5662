state-queued = Esperando a vez
state-submitting = Sendo entregue ao provedor
state-running = Em preparo
state-delivering = Concluído, a caminho
state-delivered = Pronto
state-failed = Não foi feito
state-canceled = Cancelado
state-uncertain = Retido
state-undeliverable = Feito, mas não publicado
state-deleted = Excluído

card-now-queued = Para { $member }. Quando chega a vez, costuma levar { $time }.
card-now-running = Para { $member }. Previsão: { $at } ({ $when }).
card-now-late = Para { $member }. Está demorando muito mais que o normal e será publicado assim que ficar pronto. Até lá, continua reservado: { $price }.
card-now-delivering = Para { $member }. O vídeo está prestes a ser publicado.
card-now-delivered = Para { $member }. O vídeo foi publicado.
card-now-delivered-below = Para { $member }. O vídeo está no tópico abaixo.
card-now-deleted = Para { $member }. { $actor } excluiu o vídeo { $when }.
card-now-emptied = Para { $member }. { $actor } excluiu a imagem e o texto { $when }.
card-now-failed = Para { $member }. Nada foi cobrado; valor devolvido: { $price }.
card-now-canceled = Para { $member }. Nada foi cobrado; valor devolvido: { $price }.
card-now-uncertain = Para { $member }. O provedor não diz o que aconteceu com este vídeo, por isso nada é enviado duas vezes. Até um moderador decidir, continua reservado: { $price }.
card-now-undeliverable = Para { $member }.

card-next = É o próximo da fila.
card-place = É o número { $place } da fila.
card-unstoppable = Não dá mais para cancelar: não é possível parar o provedor.

card-not-made = Não foi possível fazer o vídeo.
card-not-taken = O Discord não aceitou o vídeo.

card-picture = A imagem que vira vídeo
card-watch = Ver o vídeo
card-job = pedido { $job }

card-thread-of = Vídeo para { $member }
card-thread = Um novo vídeo

card-result = { $member }, seu vídeo está pronto.
card-made-with-ai = feito com IA

card-without = sem: { $words }
card-seconds = { $seconds } s
card-by = por { $provider }
card-end-picture = imagem final
card-cfg = cfg { $value }
card-camera = câmera { $move }
card-camera-by = câmera { $move } { $strength }
card-motion-brush = pincel de movimento
card-sound = som
card-voices = { $voices ->
    [one] { $voices } voz
   *[other] { $voices } vozes
}
card-watermark = marca d’água
# $price é «1 crédito» ou «12 créditos»: o rótulo antes dele não concorda com nada.
card-set-aside = reserva: { $price }
card-not-charged = sem cobrança
