# メンバー自身のデータ: /mydata export と /mydata delete。

mydata-nobody = データを消去した人

mydata-not-posted = 依頼した人がデータを消去したため、動画は投稿されません。
mydata-not-made = 依頼した人がデータを消去したため、動画は作成されません。

mydata-packed = あなたのデータ
mydata-packed-all = このファイルには、このボットのすべてのサーバーであなたについて保存されているデータがすべて入っています。ここではほかの人には見えません。
mydata-packed-some = 古いほうから{ $left }枚の画像は入りきりませんでした。
mydata-nothing = あなたについて保存されているデータはありません。
mydata-too-much = Discordの1ファイルの上限を超えています。このボットの運営者に請求してください。
mydata-in-hand = ファイルはすでに作成中です。少しお待ちください。

mydata-readme-title = Stillmotionにあるあなたのデータ
mydata-readme-data = data.json: あなたが出てくるすべての行（表ごと、IDはDiscordの表記どおり）。0はほかの誰かを表します。
mydata-readme-ledger = ledger.csv: あなたのクレジットのすべての変動（表計算ソフト用）。
mydata-readme-pictures = pictures/: 動画にした画像のうち、まだ保管されているもの。ファイル名は動画のIDです。
mydata-readme-left = 古いほうから{ $left }枚の画像は、このファイルに入りきりませんでした。
mydata-readme-videos = 完成した動画はDiscordにあり、ここには入っていません。Discordが受け付けなかった動画は /jobs resend で投稿できます。
mydata-readme-delete = 消去するには /mydata delete を使ってください。
mydata-readme-counts = 内容: { $videos }、{ $pictures }

mydata-videos-count = 動画{ $videos }本
mydata-pictures-count = 画像{ $pictures }枚

mydata-question = あなたのデータを消去しますか？
mydata-what-is-there = { $servers }個のサーバーに、あなたの{ $videos }と{ $pictures }があります。
mydata-goes = 消えるもの
mydata-goes-words = プロンプト、画像、下書き、ボットがまだ保管している動画、あなたについて書かれた理由。
mydata-goes-name = クレジットの台帳、変更履歴、カードにあるあなたの名前。誰のものだったか、もうわからなくなります。元には戻せません。
mydata-goes-queued = 順番待ちの動画{ $videos }本はキャンセルされます。
mydata-goes-being-made = **作成中の動画が{ $videos }本**あり、止められません。クレジットは消費され、投稿もされません。必要なら、完成するまで待ってください。
mydata-goes-granted = あなたに付与された{ $price }は失われます。
mydata-stays = 残るもの
mydata-stays-posted = Discordのメッセージとスレッド名。動画は先に削除しておいてください。消去したあとはモデレーターしか削除できません。
mydata-stays-used = 利用枠の使用量（数字のみ）。次の更新まで: { $when }
mydata-stays-ruled = { $servers }個のサーバーでモデレーターがあなたに設定した利用停止や低い利用枠（あなたのIDとともに）。モデレーターが取り消すか、期限が切れるまで残ります。
mydata-yes = すべて消去
mydata-no = 残しておく
mydata-erasing = データを消去しています…
mydata-erased = データを消去しました
mydata-erased-cards = 最近のカードの文章は、数分以内に消えます。
mydata-erased-again = ボットはいつでもまた使えます。
mydata-kept = 何も消去していません
mydata-of-another = これはほかの人への確認です。あなたの確認は`/mydata delete`で表示されます。
