pictures-named = “{ $name }”
pictures-nameless = A imagem

pictures-empty = { $picture } está sem conteúdo.
pictures-too-heavy = { $picture } é pesada demais: { NUMBER($size, minimumFractionDigits: 1) } MB; são permitidos no máximo { $most } MB.
pictures-not-now = { $picture } não pôde ser verificada agora; envie-a de novo em um minuto.
pictures-slow = { $picture } demora demais para abrir; salve-a de novo em outro programa e envie essa.
pictures-closed = { $picture } não pode ser aberta; salve-a de novo em outro programa e envie essa.
pictures-no-picture = { $picture } não é uma imagem legível; envie um arquivo { $formats }.
pictures-damaged = { $picture } está danificada ou incompleta; salve-a ou envie-a de novo.
pictures-too-many-pixels = { $picture } tem pixels demais; são permitidos no máximo { $most } milhões.
pictures-too-big = { $picture } tem { $size } pixels; são permitidos no máximo { $most } milhões.
pictures-too-small = { $picture } é pequena demais: { $size } pixels; cada lado deve ter pelo menos { $least } pixels.
pictures-too-narrow = { $picture } é comprida e estreita demais: os lados são { NUMBER($ratio, minimumFractionDigits: 2, maximumFractionDigits: 2) } para 1 ({ $size } pixels); é permitido no máximo { $most } para 1.
pictures-measurement = { $picture } é uma medição, e não uma imagem; salve-a como JPG ou PNG.

pictures-sides = { $width } por { $height }
pictures-mask-no-picture = A máscara não é uma imagem legível; envie um arquivo JPG ou PNG.
pictures-mask-not-now = A máscara não pôde ser verificada agora; envie-a de novo em um minuto.
pictures-mask-ratio = A máscara mede { $mask } e a imagem { $picture }; elas precisam da mesma proporção.

pictures-motion-outside = A área { $area } de `movimento` sai da imagem em { $point }; a imagem mede { $sides }.
pictures-motion-unreadable = `movimento` não pode ser lido: { $problem }. Escreva assim: `[{"{"}"area": [[x, y], …], "path": [[x, y], …]{"}"}]`, em pixels a partir do canto superior esquerdo.
pictures-motion-json-invalid = { $place }: não é JSON
pictures-motion-missing = { $place }: falta
pictures-motion-extra-forbidden = { $place }: não é conhecido
pictures-motion-too-short = { $place }: há { $actual_length ->
    [one] { $actual_length } item
   *[other] { $actual_length } itens
}, e são necessários pelo menos { $min_length }
pictures-motion-too-long = { $place }: há mais de { $max_length } itens
pictures-motion-model-type = { $place }: deve ter um `area` e um `path`
pictures-motion-tuple-type = { $place }: deve ser uma lista
pictures-motion-no-point = { $place }: devem ser dois números inteiros de 0 a { $most }
pictures-motion-text = o texto
pictures-motion-area = área { $area }
pictures-motion-list = área { $area }, `{ $list }`
pictures-motion-point = área { $area }, `{ $list }`, ponto { $point }
