# 画像、マスク、モーションブラシの文字列の問題。

pictures-named = 「{ $name }」
pictures-nameless = 画像

pictures-empty = { $picture }は空です。
pictures-too-heavy = { $picture }は大きすぎます: { NUMBER($size, minimumFractionDigits: 1) } MB（上限{ $most } MB）
pictures-not-now = { $picture }を今は確認できませんでした。1分後にもう一度送ってください。
pictures-slow = { $picture }を開くのに時間がかかりすぎます。別のソフトで保存し直して送ってください。
pictures-closed = { $picture }を開けません。別のソフトで保存し直して送ってください。
pictures-no-picture = { $picture }は読み取れる画像ではありません。{ $formats }のファイルを送ってください。
pictures-damaged = { $picture }は壊れているか不完全です。保存かアップロードをやり直してください。
pictures-too-many-pixels = { $picture }はピクセル数が多すぎます。{ $most }メガピクセルまでです。
pictures-too-big = { $picture }は{ $size }ピクセルです。{ $most }メガピクセルまでです。
pictures-too-small = { $picture }は小さすぎます: { $size }ピクセル（各辺{ $least }ピクセル以上）
pictures-too-narrow = { $picture }は細長すぎます: 比率{ NUMBER($ratio, minimumFractionDigits: 2, maximumFractionDigits: 2) }:1（{ $size }ピクセル）。{ $most }:1までです。
pictures-measurement = { $picture }は画像というより測定データです。JPGかPNGで保存してください。

pictures-sides = { $width }×{ $height }
pictures-mask-no-picture = マスクは読み取れる画像ではありません。JPGかPNGのファイルを送ってください。
pictures-mask-not-now = マスクを今は確認できませんでした。1分後にもう一度送ってください。
pictures-mask-ratio = マスクは{ $mask }、画像は{ $picture }です。同じ比率にしてください。

pictures-motion-outside = `モーション`の領域{ $area }が{ $point }で画像からはみ出しています。画像は{ $sides }です。
pictures-motion-unreadable = `モーション`を読み取れません: { $problem }。書き方: `[{"{"}"area": [[x, y], …], "path": [[x, y], …]{"}"}]`（左上からのピクセル）
pictures-motion-json-invalid = { $place }がJSONではありません
pictures-motion-missing = { $place }がありません
pictures-motion-extra-forbidden = { $place }は使えません
pictures-motion-too-short = { $place }の項目が{ $actual_length }個しかありません（{ $min_length }個以上必要）
pictures-motion-too-long = { $place }の項目が{ $max_length }個を超えています
pictures-motion-model-type = { $place }には`area`と`path`が必要です
pictures-motion-tuple-type = { $place }はリストにしてください
pictures-motion-no-point = { $place }は0～{ $most }の整数2つにしてください
pictures-motion-text = 文字列
pictures-motion-area = 領域{ $area }
pictures-motion-list = 領域{ $area }の`{ $list }`
pictures-motion-point = 領域{ $area }の`{ $list }`の{ $point }番目の点
