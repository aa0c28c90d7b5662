# 依頼を受け付けられない理由。

intake-prompt-too-long = プロンプトが{ $length }文字あります。{ $limit }文字までです。
intake-negative-prompt-too-long = ネガティブプロンプトが{ $length }文字あります。{ $limit }文字までです。
intake-only-one = 一度に使えるのは次のうち1つだけです: { $options }
intake-camera-missing = `カメラ強度`を使うには`カメラ`の動きが必要です。
intake-camera-value-extra = カメラの動き「{ $camera }」では`カメラ強度`を使えません。
intake-camera-value-missing = カメラの動き「{ $camera }」には、0以外で-10～10の`カメラ強度`が必要です。
intake-too-many-areas = 動かせる領域は{ $most }個までです。{ $areas }個あります。
intake-path-length = 領域{ $area }の軌道に点が{ $points }個あります。2～77個にしてください。
intake-too-many-voices = ボイスは2つまでです。{ $voices }個あります。
intake-voices-need-sound = `ボイス`を使うには`サウンド`が必要です。
intake-voice-missing = プロンプトに{ $voice }番目のボイスがありますが、`ボイス`には{ $voices }個しかありません。

intake-option-duration = 長さは3～15秒の整数にしてください。
intake-option-mode = モードは次のいずれかです: { $choices }
intake-option-cfg-scale = `忠実度`は0～1の数にしてください。
intake-option-camera = カメラの動きは次のいずれかです: { $choices }
intake-option-camera-value = `カメラ強度`は-10～10の数にしてください。
intake-option-aspect-ratio = 縦横比は次のいずれかです: { $choices }
intake-option-wrong = `{ $option }`: { $reason }。

intake-no-model = このサーバーで許可されているモデルが今は使えません。モデレーターに伝えてください。
intake-word = プロンプトに、このサーバーで禁止されている語があります。
intake-adult = プロンプトに成人向けの語があります。このサーバーでは使えません。
intake-adult-elsewhere = プロンプトに成人向けの語があります。このサーバーでは年齢制限チャンネルでのみ使えます。
intake-picture-too-heavy = 画像が大きすぎます: { NUMBER($size, minimumFractionDigits: 1) } MB（上限{ $most } MB）
