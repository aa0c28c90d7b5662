# カードと動画の下のボタン、そして押したあとの内容。

button-cancel = キャンセル
button-again = もう一度
button-edit = 編集
button-delete = 削除
button-delete-now = 削除する
button-keep = 残しておく
button-flag = 通報
button-block = メンバーを利用停止
button-download = ダウンロード

button-in-hand = すでに処理中です。押すのは一度で十分です。
button-just-ordered = たった今もう一度依頼したところです。さらに依頼する場合は、数秒後にもう一度押してください。
button-unknown = 別のバージョンのボタンのため、ボットには判別できません。動画の操作は`/jobs list`で確認できます。
button-no-such-job = この動画の記録はもうボットにありません。
button-was-deleted = この動画は削除されたため、ここではもう何もできません。
button-not-yours = この操作ができるのは、動画を依頼した本人かモデレーターだけです。

button-delete-question = この動画を削除しますか？
button-delete-means = ここの動画メッセージは削除され、もう誰も再投稿できません。クレジットは戻りません。誰が削除したかはカードに表示されます。
button-deleted = 削除しました
button-deleted-soon = 動画を削除しました。メッセージがまだ残っていても、すぐに消えます。
button-kept = 何も削除していません
button-kept-why = 動画はそのまま残ります。
button-empty-question = このカードの内容を削除しますか？
button-empty-means = ここの画像と文章は削除され、ここからもう一度依頼することはできなくなります。クレジットは変わりません。誰が削除したかはカードに表示されます。
button-emptied-soon = 画像と文章はまもなくカードから消えます。
button-not-deletable = 削除できる動画がありません。まだ投稿されていないか、すでに削除されています。

button-edit-title = 同じ画像でもう一度

button-flag-title = この動画を通報
button-flag-reason = 何が問題ですか？
button-flag-about = このサーバーのモデレーターが、あなたの名前とともに読みます。
button-reason-blank = 理由を言葉で書いてください。
button-flagged = 通報しました
button-flagged-log = このサーバーのモデレーターに知らせました。ありがとうございます。
button-flagged-no-log = 通報は保存され、このサーバーのモデレーターが`/settings history`で確認できます。通報の投稿先がまだ設定されていないため、モデレーターにも直接伝えてください。
button-flagged-already = 通報済みです
button-flagged-already-why = この動画はすでに通報済みです。モデレーターは把握しています。
button-flagged-often = 通報が多すぎます
button-flagged-often-why = 短い時間に多くの動画を通報しました。次に通報できるまで: { $when }

button-block-title = このメンバーを利用停止
button-block-reason = 理由（本人にも表示されます）
button-block-about = 「/quota unblock」まで、このメンバーは動画を依頼できません。
button-nobody-to-block = この動画を依頼した人はデータを消去したため、利用停止にする相手がいません。

button-flag-show = 動画を見る
