# 高額な動画の前の確認と、答えたあとの内容。

confirm-price-risen = 料金が上がりました
confirm-costly = 高額な動画です
confirm-left-after = 作成後の残り: **{ $left }クレジット**
confirm-question = 作成しますか？
confirm-ends = 確定するまでクレジットは消費されません。この確認の期限: { $when }
confirm-make-it = { $price }で作成
confirm-leave-it = やめる

confirm-ordering = 動画を依頼しています…
confirm-not-ordered = 依頼していません
confirm-starts-over = **クレジットは消費されていません。** `/animate`でやり直せます。

confirm-over = この確認は終了しました
confirm-answered-already = すでに回答済みか、時間切れです。
confirm-see-list = このボタンではクレジットは消費されていません。依頼した動画は`/jobs list`で確認でき、`/animate`でやり直せます。
