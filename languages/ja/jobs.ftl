# メンバーの動画（「依頼」）: 一覧、詳細、操作の結果。

jobs-group-all = すべて
jobs-group-on-the-way = 進行中
jobs-group-ready = 完成
jobs-group-not-made = 作成できず
jobs-group-on-hold = 保留中
jobs-group-not-posted = 投稿できず

jobs-yours = あなたの動画
jobs-yours-that-are = あなたの動画: { $group }
jobs-none-yet = まだありません。`/animate`で依頼できます。
jobs-none = 今はありません。
jobs-show-one = 詳細: `/jobs show`
jobs-newer = ◀ 新しい
jobs-older = 古い ▶

jobs-next-queued = `/jobs cancel`で取り消すと、クレジットも戻ります。
jobs-next-delivered = `/jobs retry`でもう一度依頼できます。メッセージが削除された場合は`/jobs resend`で再投稿できます。
jobs-next-deleted = `/jobs retry`でもう一度依頼できます。
jobs-next-failed = `/jobs retry`でもう一度依頼できます。
jobs-next-canceled = `/jobs retry`でもう一度依頼できます。
jobs-next-uncertain = モデレーターが`/jobs resolve`で判断します。
jobs-next-undeliverable = `/jobs resend`で再投稿できます（クレジットはかかりません）。

jobs-task = タスク { $task }
jobs-task-unknown = 不明
jobs-attempt = 試行{ $attempt }回

jobs-ordered-from = プロバイダー指定: { $provider }
jobs-price-back = **{ $price }**が戻りました（消費なし）
jobs-price-spent = **{ $price }**を消費
jobs-price-held = **{ $price }**を確保中
jobs-place = 順番待ち{ $place }番目

jobs-ordered-at = 依頼: { $when }
jobs-handed-over-at = 受け渡し: { $when }
jobs-changed-at = 最終更新: { $when }

jobs-card = カード
jobs-thread = スレッド
jobs-video = 動画

jobs-no-prompt = プロンプトなし

jobs-canceled = キャンセルしました
jobs-went-back = **{ $price }**が戻りました。クレジットは消費されていません。

jobs-too-late = もうキャンセルできません
jobs-too-late-submitting = プロバイダーへ受け渡し中で、もう止められません。
jobs-too-late-running = プロバイダーが作成中で、止められません。完成しだい動画が届きます。
jobs-too-late-delivering = 動画はもう完成していて、まもなく投稿されます。
jobs-too-late-uncertain = プロバイダーに届いている可能性があり、止められません。モデレーターが判断します。
jobs-too-late-canceled = すでにキャンセル済みです。
jobs-too-late-ended = すでに終了しています。

jobs-on-its-way = 準備しています
jobs-posted-soon = 動画を取得しだい再投稿します。クレジットは消費されません。
jobs-still-there = すでにあります
jobs-still-stands = メッセージはまだ残っています: { $address }
jobs-gone = 動画がもうありません
jobs-no-longer-had = 一度投稿された動画で、プロバイダーにももう残っていません。`/jobs retry`でもう一度依頼できます。
jobs-not-now = 今は処理できません
jobs-cannot-be-asked = Discordかプロバイダーに問い合わせできません。数分後にもう一度お試しください。
jobs-deleted = 動画は削除されました
jobs-nothing-to-post = 投稿できる動画がありません

jobs-not-ended = この動画はまだ終わっていません。終わってからもう一度依頼できます。
jobs-not-on-hold = この動画は保留中ではないため、判断は不要です。`/jobs show`で確認できます。
jobs-late-with-task = この動画は遅れていますが、タスクはわかっています。待つか、`release`で打ち切れます。
jobs-attach-needs-task = `attach`には`タスク`が必要です。`attach`以外では指定できません。
jobs-no-such-job = その動画はここにはありません。候補から選ぶか、`/jobs list`を見てください。
jobs-of-another = これはほかの人の一覧です。あなたの一覧は`/jobs list`にあります。
jobs-pictures-gone = その動画の画像はもう保管されていません。`/animate`でもう一度添付してください。
