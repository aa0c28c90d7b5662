# 依頼の公開メッセージ: カード、スレッド、動画。

state-queued = 順番待ち
state-submitting = 受け渡し中
state-running = 作成中
state-delivering = 完成、投稿中
state-delivered = 完成
state-failed = 作成できず
state-canceled = キャンセル済み
state-uncertain = 保留中
state-undeliverable = 完成、投稿できず
state-deleted = 削除済み

# 「完成予定: 3分後以降」のように読まれる。
card-now-queued = { $member } の動画です。順番が来てから通常{ $time }かかります。
card-now-running = { $member } の動画です。完成予定: { $at }（{ $when }）
card-now-late = { $member } の動画です。いつもよりかなり時間がかかっています。完成しだい投稿します。それまで{ $price }は確保されたままです。
card-now-delivering = { $member } の動画です。まもなく投稿されます。
card-now-delivered = { $member } の動画です。投稿されました。
card-now-delivered-below = { $member } の動画です。下のスレッドに投稿されました。
card-now-deleted = { $member } の動画です。{ $actor } が{ $when }に削除しました。
card-now-emptied = { $member } の動画です。画像と文章は{ $actor } が{ $when }に削除しました。
card-now-failed = { $member } の動画です。クレジットは消費されていません。{ $price }が戻りました。
card-now-canceled = { $member } の動画です。クレジットは消費されていません。{ $price }が戻りました。
card-now-uncertain = { $member } の動画です。この動画がどうなったかプロバイダーから回答がないため、二重には送りません。モデレーターが判断するまで{ $price }は確保されたままです。
card-now-undeliverable = { $member } の動画です。

card-next = 次の順番です。
card-place = 順番待ち{ $place }番目です。
card-unstoppable = プロバイダーを止められないため、もうキャンセルできません。

card-not-made = 動画を作れませんでした。
card-not-taken = Discordが動画を受け付けませんでした。

card-picture = 動画になる画像
card-watch = 動画を見る
card-job = 依頼 { $job }

card-thread-of = { $member }さんの動画
card-thread = 新しい動画

card-result = { $member } 動画ができました。
card-made-with-ai = AIで生成

card-without = 除外: { $words }
card-seconds = { $seconds }秒
card-by = プロバイダー: { $provider }
card-end-picture = 終了画像
card-cfg = 忠実度 { $value }
card-camera = カメラ: { $move }
card-camera-by = カメラ: { $move } { $strength }
card-motion-brush = モーションブラシ
card-sound = サウンド
card-voices = ボイス{ $voices }種
card-watermark = 透かし
card-set-aside = { $price }を確保中
card-not-charged = 消費なし
