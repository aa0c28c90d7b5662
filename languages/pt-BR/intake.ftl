intake-prompt-too-long = O prompt tem { $length } caracteres; são permitidos no máximo { $limit }.
intake-negative-prompt-too-long = O prompt negativo tem { $length } caracteres; são permitidos no máximo { $limit }.
intake-only-one = Só uma destas coisas pode ser usada por vez: { $options }.
intake-camera-missing = `valor_câmera` precisa de um movimento em `câmera`.
intake-camera-value-extra = O movimento de câmera “{ $camera }” não aceita `valor_câmera`.
intake-camera-value-missing = O movimento de câmera “{ $camera }” precisa de um `valor_câmera` de -10 a 10, diferente de 0.
intake-too-many-areas = No máximo { $most } áreas podem se mover; há { $areas }.
intake-path-length = O trajeto da área { $area } tem { $points ->
    [one] { $points } ponto
   *[other] { $points } pontos
}; são permitidos de 2 a 77.
intake-too-many-voices = No máximo 2 vozes podem falar; há { $voices }.
intake-voices-need-sound = `vozes` precisa de `som`.
intake-voice-missing = O prompt cita a voz { $voice }, mas `vozes` tem { $voices }.

intake-option-duration = A duração deve ser um número inteiro de segundos de 3 a 15.
intake-option-mode = O modo deve ser um destes: { $choices }.
intake-option-cfg-scale = `cfg_scale` deve ser um número de 0 a 1.
intake-option-camera = O movimento de câmera deve ser um destes: { $choices }.
intake-option-camera-value = `valor_câmera` deve ser um número de -10 a 10.
intake-option-aspect-ratio = A proporção deve ser uma destas: { $choices }.
intake-option-wrong = `{ $option }`: { $reason }.

intake-no-model = Nenhum modelo que este servidor permite está ativo no momento. Avise um moderador.
intake-word = O prompt tem uma palavra que este servidor não permite.
intake-adult = O prompt tem uma palavra de conteúdo adulto. Este servidor não permite essas palavras.
intake-adult-elsewhere = O prompt tem uma palavra de conteúdo adulto. Este servidor só permite essas palavras em canais com restrição de idade.
intake-picture-too-heavy = A imagem é pesada demais: { NUMBER($size, minimumFractionDigits: 1) } MB; no máximo { $most } MB.
