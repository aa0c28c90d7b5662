# 複数のメッセージで使う部品。
#
# 用語: job 依頼（メンバー向けには「動画」）· order 依頼する · provider task タスク · make 作成 · hand over 受け渡し ·
# post 投稿 · card カード · credits クレジット · allowance/quota 利用枠 · grant 付与（分）· give 譲渡 · take back 回収 ·
# set aside 確保 · go back 戻る · charge/spend 消費 · pool 合計枠（メンバー全員の合計）· window/period 期間 · renew 更新 ·
# reset リセット · ledger 台帳 · moderator モデレーター · operator 運営者 · provider プロバイダー · queue 順番待ち ·
# on hold 保留中 · resolve 判断 · block 利用停止 · unblock（停止）解除 · lift 解除 · erase 消去 · delete 削除 ·
# report (flag) 通報 · prompt プロンプト · end picture 終了画像 · camera move カメラの動き · motion brush モーションブラシ ·
# path 軌道 · sound サウンド · voices ボイス · watermark 透かし
#
# 日本語と半角英数字・コードの間に空白は入れない。コロンは半角で、後ろに空白を置く。

range = { $first }～{ $last }

credits-count = { $credits }クレジット

minutes-count = { $minutes }分

moment-utc = { $day } { $time } UTC

lists-separator = 、

lists-and-more = { $things }、ほか{ $more }件

lists-more = ほか{ $more }件

seconds-count = { $seconds }秒

hours-count = { $hours }時間
