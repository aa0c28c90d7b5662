# 動画の始め方: 候補、オプションのフォーム、そして合わせる必要のある画像。

start-model-line = { $model } · { $lengths }秒 · { $price }から
start-model-line-with = { $model } · { $extras }

start-can-end-image = 終了画像
start-can-camera = カメラ
start-can-brush = ブラシ
start-can-sound = サウンド
start-can-voices = ボイス

start-form = 画像を動画にする
start-form-picture = どの画像？
start-form-prompt = 動画で何が起きる？
start-form-model = モデル
start-form-model-about = できることは各選択肢に書いてあります。
start-form-shape = 画質と長さ
start-form-shape-about = 各モデルの料金（クレジット）は各選択肢に書いてあります。
start-form-negative = 動画に入れたくないもの
start-form-more = その他のオプション
start-form-more-about = 書き方: { $example }

start-form-change = 変更する
start-over-forgotten = このフォームは古いため、もう一度表示できません。`/animate`で始め直してください。

start-over = このフォームは期限切れです
start-over-why = 長く開いたままだったか、その間にボットが再起動されました。もう一度開いてください。入力した内容はここからコピーできます。

start-picture = { $number }: { $name }
start-shape = { $mode }、{ $seconds }秒
start-price-with = { $model }: { $price }

start-yes = はい
start-no = いいえ

start-line-unreadable = 「{ $words }」はオプションではありません。それぞれ`{ $example }`のように書き、間に空白を入れてください。
start-line-unknown = `{ $option }`というオプションはここにはありません。使えるもの: { $options }
start-line-twice = `{ $option }`が2回あります。
start-line-yes-no = `{ $option }`は「{ $yes }」か「{ $no }」です。

start-no-picture = 画像がありません
start-no-picture-here = そのメッセージ自体には画像がありません。画像のあるメッセージを選ぶか、`/animate`に画像を添付してください。
start-linked-too-heavy = リンク先の画像が大きすぎます。{ $most } MBまでです。
start-nothing = **何も依頼していません。**

start-fit = 画像を合わせる必要があります
start-fit-enlarged = そのために拡大するので、動画がぼやけることがあります。
start-fit-lightened = そのために、より小さいファイルとして保存し直します。
start-fit-choose = 次のようにすれば使えます:
start-fit-once = 次のように使われます:
start-fit-crop = 切り抜き
start-fit-pad = 余白を追加
start-fit-only = これで使う
start-fit-crop-about = 中央の部分だけを使います。
start-fit-pad-about = 全体を使い、両側をぼかした帯で埋めます。
start-fit-way = **{ $label }**: { $about }
start-fit-crop-seen = 合わせた画像。長すぎる部分は切り抜き済み
start-fit-pad-seen = ぼかした帯に挟まれた画像全体
start-fit-price = この動画には{ $price }かかります。
start-fit-not-with-brush = モーションブラシを使う場合は画像を合わせられません。マスクや軌道の位置がずれてしまうためです。
