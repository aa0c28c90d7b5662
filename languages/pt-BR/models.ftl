models-option-end-image = uma imagem final
models-option-camera = um movimento de câmera
models-option-brush = o pincel de movimento
models-option-sound = som
models-option-voices = vozes
models-option-cfg-scale = `cfg_scale`
models-option-aspect-ratio = uma proporção
models-option-watermark = uma marca d’água

models-place-modes = no modo { $modes }
models-place-seconds = com { $seconds } segundos
models-place-moves = com o movimento { $moves }
models-place-silent = sem som
models-place-both = { $one } { $other }

models-seconds = { $model } faz vídeos de { $seconds } segundos, não de { $wanted }.
models-modes = { $model } tem o modo { $modes }, não { $wanted }.
models-only = { $model } só pode usar { $option } { $places }.
models-only-elsewhere = { $model } não pode usar { $option } com { $providers }; com { $others }, pode.
models-others-can = { $model } não pode usar { $option }. Dá para usar com { $models }.
models-none-can = { $model } não pode usar { $option }. Nenhum modelo daqui pode.
models-needs-prompt = { $model } precisa de um `prompt`.
models-words-too-long = O prompt e o prompt negativo têm juntos { $length } caracteres; { $model } aceita { $limit }.

models-not-with = { $model } não está disponível no modo { $mode } de { $seconds } segundos com { $options }.
models-not-silent = { $model } não está disponível no modo { $mode } de { $seconds } segundos sem som.
models-but = { $problem } Está disponível { $ways }.
models-way = como { $mode } de { $seconds } segundos
models-way-without = sem { $option }

models-unknown = Não existe o modelo “{ $name }”. { $hint }
models-retired = O provedor desativou { $model } em { $date }. { $hint }
models-not-offered = { $model } não é oferecido aqui. { $hint }
models-meant = Você quis dizer { $models }?
models-there-is = Há { $models }.
models-none-on = Nenhum modelo está ativo.
models-not-made-by = Aqui, { $model } não é feito por { $provider }, e sim por { $providers }.
models-paused = { $model } não pode ser usado no momento. { $hint }
models-these-work = Estes funcionam: { $models }.
models-nothing-works = Nenhum outro funciona no momento também.
