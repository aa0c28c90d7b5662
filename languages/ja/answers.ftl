# コマンドを送った本人だけに見える返答。

answers-unchanged = **何も変更されていません。**

answers-ordered = 動画を依頼しました
answers-next = 次の順番です。完成予定: { $when }
answers-place = 順番待ち{ $place }番目です。完成予定: { $when }
answers-costs = **{ $price }**かかります。あなたの残り: { $left }
answers-go-back = 動画を作れなかった場合、クレジットは戻ります。
answers-card-soon = まもなくカードが表示されます。
answers-show-card = カードを見る

answers-refused = この動画は作れません
answers-refused-now = **クレジットは消費されていません。** 内容を変えて、もう一度お試しください。

answers-not-handed-over = Discordから画像を受け取れませんでした。もう一度添付してください。

answers-not-done = 実行できませんでした
answers-no-such-task = プロバイダーにそのタスクがないか、プロバイダーが無効です。IDを確認してください。

answers-not-moderator = モデレーターだけが使えます
answers-moderators = モデレーターは「サーバー管理」権限を持つメンバーです。
answers-moderators-roles = モデレーターは「サーバー管理」権限、または次のいずれかのロールを持つメンバーです:

answers-may-not-post = ボットはここに投稿できません
answers-missing = このチャンネルで不足している権限:
answers-missing-now = **クレジットは消費されていません。** 別のチャンネルを使うか、ボットにこれらの権限を付けるようモデレーターに頼んでください。

permission-view-channel = チャンネルを見る
permission-send-messages = メッセージを送信
permission-send-messages-in-threads = スレッドでメッセージを送信
permission-create-public-threads = 公開スレッドの作成
permission-attach-files = ファイルを添付
permission-embed-links = 埋め込みリンク
permission-read-message-history = メッセージ履歴を読む

answers-database-away = 今は処理できません
answers-no-database = ボットがデータベースに接続できません。
answers-nothing-accepted = **受け付けられておらず、クレジットも消費されていません。** 数分後にもう一度お試しください。
answers-see-before-repeating = 数分後にもう一度お試しください。やり直す前に、変更が反映されていないか確認してください。モデレーターは`/settings history`、それ以外の方は`/usage show`か`/jobs list`で確認できます。

answers-taken-already = すでに依頼済みです
answers-taken-once = この依頼は一度受け付けられており、二重には消費されません。
answers-see-list = `/jobs list`で確認できます。

answers-moved-on = 状況が変わりました
answers-somebody-quicker = ほかの人が先に操作したか、動画が次の段階に進みました。`/jobs show`で確認できます。

answers-not-yet = まだできません
answers-finding-out = この動画がどうなったか、ボットが確認しています。
answers-decide-when = 判断できるまで: { $when }
answers-not-attached = 紐づけできませんでした
answers-task-of-another = このタスクは別の動画のものです。IDを確認してください。

answers-broken = こちら側で問題が起きました
answers-may-be-ordered = もう一度試す前に`/jobs list`を確認してください。動画がすでに依頼されているかもしれません。
answers-try-again = **クレジットは消費されていません。** もう一度お試しください。
answers-incident = また起きたら、モデレーターに伝えてください: 障害番号 { $incident }

answers-outdated = コマンドが新しくなりました
answers-old-form = Discordに古い形式が表示されています。
answers-restart-discord = **クレジットは消費されていません。** Discordを再起動して、もう一度コマンドを送ってください。

answers-models = モデル
answers-no-model = 今使えるモデルがありません。モデレーターに伝えてください。
answers-about-models = `/animate`の`モデル`で指定します。料金はクレジットで、最短から最長の動画まで。
answers-more-models = ほかに{ $more }件あります。`モデル`に数文字入力すると探せます。
answers-model-seconds = { $lengths }秒
answers-model-price = `{ $mode }` **{ $price }**
answers-model-prices = `{ $mode }` **{ $lowest }**～**{ $highest }**
answers-model-default = 指定なしの場合のモデル
answers-model-quickest = 最短で約{ $time }
answers-model-takes = 対応: { $extras }
answers-model-prompt = プロンプト必須
