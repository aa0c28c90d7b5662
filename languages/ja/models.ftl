# モデルにできないことと、代わりにできること。

models-option-end-image = 終了画像
models-option-camera = カメラの動き
models-option-brush = モーションブラシ
models-option-sound = サウンド
models-option-voices = ボイス
models-option-cfg-scale = `忠実度`
models-option-aspect-ratio = 縦横比
models-option-watermark = 透かし

# 「次の場合だけです: 長さ5秒、またはproモード（サウンドなし）」のように並ぶ。
models-place-modes = { $modes }モード
models-place-seconds = 長さ{ $seconds }秒
models-place-moves = カメラの動き（{ $moves }）
models-place-silent = サウンドなし
models-place-both = { $one }（{ $other }）

models-seconds = { $model }で作れるのは{ $seconds }秒の動画です。{ $wanted }秒は作れません。
models-modes = { $model }のモードは{ $modes }です。{ $wanted }はありません。
models-only = { $model }で{ $option }を使えるのは次の場合だけです: { $places }。
models-only-elsewhere = { $model }の{ $option }は、{ $providers }では使えませんが、{ $others }では使えます。
models-others-can = { $model }では{ $option }を使えません。使えるモデル: { $models }。
models-none-can = { $model }では{ $option }を使えません。使えるモデルはここにはありません。
models-needs-prompt = { $model }には`プロンプト`が必要です。
models-words-too-long = プロンプトとネガティブプロンプトは合わせて{ $length }文字です。{ $model }では{ $limit }文字までです。

models-not-with = { $model }の{ $mode }モード・{ $seconds }秒では、{ $options }を使えません。
models-not-silent = { $model }の{ $mode }モード・{ $seconds }秒は、サウンドなしにはできません。
models-but = { $problem }次のようにすれば作れます: { $ways }。
models-way = { $mode }（{ $seconds }秒）
models-way-without = { $option }なし

models-unknown = 「{ $name }」というモデルはありません。{ $hint }
models-retired = { $model }は{ $date }にプロバイダーによって終了しました。{ $hint }
models-not-offered = { $model }はここでは使えません。{ $hint }
models-meant = もしかして: { $models }。
models-there-is = 使えるモデル: { $models }。
models-none-on = 今使えるモデルがありません。
models-not-made-by = ここでは{ $model }は{ $provider }ではなく{ $providers }で作られます。
models-paused = { $model }は今は作れません。{ $hint }
models-these-work = 今使えるモデル: { $models }。
models-nothing-works = 今はほかのモデルも使えません。
