button-cancel = Cancelar
button-again = De novo
button-edit = Editar
button-delete = Excluir
button-delete-now = Sim, excluir
button-keep = Manter
button-flag = Denunciar
button-block = Bloquear o membro
button-download = Baixar

button-in-hand = Já estamos cuidando disso. Basta apertar uma vez.
button-just-ordered = Você acabou de pedir este vídeo mais uma vez. Se quiser outro, aperte de novo em alguns segundos.
button-unknown = O bot não conhece este botão: é de outra versão. `/jobs list` mostra o que dá para fazer com seus vídeos.
button-no-such-job = O bot não conhece mais este vídeo.
button-was-deleted = Este vídeo foi excluído; não dá para fazer mais nada com ele aqui.
button-not-yours = Só quem pediu este vídeo, ou um moderador, pode fazer isso.

button-delete-question = Excluir este vídeo?
button-delete-means = A mensagem dele é excluída aqui, e ninguém poderá publicá-lo de novo. Os créditos não voltam. O cartão diz quem o excluiu.
button-deleted = Excluído
button-deleted-soon = O vídeo foi excluído. Se a mensagem ainda estiver aí, some em instantes.
button-kept = Nada foi excluído
button-kept-why = O vídeo fica onde está.
button-empty-question = Excluir o que este cartão mostra?
button-empty-means = A imagem e o texto são excluídos aqui, e ninguém poderá pedi-lo de novo por aqui. Os créditos não mudam. O cartão diz quem os excluiu.
button-emptied-soon = A imagem e o texto somem do cartão em instantes.
button-not-deletable = Não há vídeo para excluir: ele ainda não foi publicado ou já foi excluído.

button-edit-title = A mesma imagem, mais uma vez

button-flag-title = Denunciar este vídeo
button-flag-reason = O que há de errado com ele?
button-flag-about = Os moderadores deste servidor leem isto, com o seu nome.
button-reason-blank = Escreva um motivo em palavras.
button-flagged = Denunciado
button-flagged-log = Os moderadores deste servidor foram avisados. Agradecemos a ajuda.
button-flagged-no-log = Fica guardado para os moderadores deste servidor, que veem a denúncia em `/settings history`. Este servidor não disse ao bot onde publicar denúncias: avise também um moderador.
button-flagged-already = Já denunciado
button-flagged-already-why = Você já denunciou este vídeo. Os moderadores sabem.
button-flagged-often = Denúncias demais
button-flagged-often-why = Você denunciou muitos vídeos em pouco tempo. A próxima denúncia é possível { $when }.

button-block-title = Bloquear este membro
button-block-reason = Motivo, que o membro lê
button-block-about = Não poderá pedir vídeos até /quota unblock.
button-nobody-to-block = Os dados de quem pediu este vídeo foram apagados; não há quem bloquear.

button-flag-show = Ver
