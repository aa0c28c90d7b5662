providers-wrong = Algo deu errado no provedor de vídeo.
providers-unreachable = Não dá para acessar o provedor de vídeo agora.
providers-silent = O provedor de vídeo não respondeu.
providers-busy = O provedor de vídeo está sobrecarregado.
providers-model-gone = O provedor desativou este modelo. Escolha outro com /models.
providers-task-unknown = O provedor de vídeo não conhece mais esta tarefa.
providers-operator = O operador do bot precisa consertar o acesso ao provedor de vídeo.
providers-out-of-money = O saldo do bot no provedor de vídeo acabou. Só o operador pode recarregá-lo.

providers-refused = O provedor de vídeo recusou esta solicitação.
providers-refused-silently = O provedor de vídeo recusou esta solicitação sem dar um motivo.
providers-refused-because = O provedor de vídeo recusou esta solicitação: “{ $reason }”.
providers-failed = O provedor de vídeo não conseguiu fazer este vídeo.
providers-failed-silently = O provedor de vídeo não conseguiu fazer este vídeo e não deu um motivo.
providers-failed-because = O provedor de vídeo não conseguiu fazer este vídeo: “{ $reason }”.
providers-no-video = O provedor de vídeo diz que este vídeo está pronto, mas em um dia inteiro não deu um endereço para baixá-lo.

providers-content-filter = O filtro de conteúdo do provedor de vídeo barrou este pedido. Esses filtros são cautelosos e barram também imagens e prompts inofensivos; outras palavras ou outra imagem podem passar.
providers-too-large = O provedor de vídeo acha estas imagens grandes demais. Arquivos menores podem passar.
providers-supplier = Este provedor de vídeo está com problemas no fornecedor dele. Outro provedor pode funcionar agora, ou este mais tarde.
providers-shape = O provedor de vídeo não pode usar o tamanho ou o formato desta imagem: cada lado precisa de pelo menos 300 pixels, e o lado maior pode ter no máximo 2,5 vezes o menor.
providers-unreadable = O provedor de vídeo não conseguiu ler esta imagem. Salvá-la de novo como JPG ou PNG costuma ajudar.
providers-words-too-long = O prompt e o prompt negativo têm juntos { $length } caracteres; este modelo aceita { $limit }. Basta encurtá-los.

providers-others-work = { $why } Estes modelos funcionam: { $models }.
