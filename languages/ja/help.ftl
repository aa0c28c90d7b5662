# `/help`の内容。

help-title = 画像を短い動画に
help-step-1 = `/animate`を送って画像を添付します。何を動かしたいかを`プロンプト`に書くこともできます。
help-step-2 = 料金がすぐに表示され、チャンネルのカードで進み具合がわかります。
help-step-3 = 数分後に動画が投稿され、あなたにメンションが届きます。

help-commands-models = `/models` 作れるものと料金
help-commands-usage = `/usage show` あなたのクレジット
help-commands-jobs = `/jobs list` あなたの動画

help-wrong = 有害な動画は、下の**{ $button }**を押して知らせてください。おかしい、進まないといった場合は、カードの依頼IDを添えてこのサーバーのモデレーターに伝えてください。

help-topics = もっと詳しく…
help-topic-overview = 概要

help-topic-start = はじめての動画
help-topic-pictures = 画像
help-topic-options = オプション
help-topic-credits = クレジット
help-topic-problems = 困ったとき
help-topic-moderators = モデレーター向け
help-topic-privacy = プライバシーとルール

help-start-attach = `/animate`を送って画像を添付します。ほかのオプションは省略できます。
help-start-menu = または、画像のあるメッセージのメニュー（長押しか右クリック）を開き、**アプリ**から**{ $entry }**を選びます。
help-start-prompt = `プロンプト`には、起きてほしいことをふつうの言葉で書きます: *彼女がほほえみ、カメラがゆっくり近づく*。動きは1つか2つがいちばんうまくいきます。
help-start-price = 料金はすぐに表示されます。高額な動画は、作成するかどうかを事前に確認します。
help-start-card = カードには順番と所要時間が表示されます。待っている必要はありません。動画ができたらメンションが届きます。
help-start-more = 動画の下の**{ $again }**で同じ内容をもう一度依頼でき、**{ $edit }**なら先にオプションを変えられます。

help-pictures-size = 各辺300ピクセル以上、長辺は短辺の2.5倍まで、10 MBまで。
help-pictures-kinds = JPGとPNGはそのまま使われ、WebPやGIFなどは変換されます。
help-pictures-fit = 長すぎる、小さすぎる、または重すぎる画像は、ワンクリックで合わせられます。仕上がりは先に確認できます。
help-pictures-end = 一部のモデルでは、動画の最後の画像を`終了画像`で指定できます。
help-pictures-good = くっきりしていて、被写体が1つで、明るく、途中で切れていない画像だと、いい動画になります。

help-options-model = **`モデル`**: `/models`で、それぞれのできることと料金を確認できます。
help-options-length = **`長さ`**、**`モード`**: 長い動画や、`pro`と`4k`は高くなります。
help-options-negative = **`ネガティブプロンプト`**: 動画に入れたくないもの。
help-options-cfg = **`忠実度`**: プロンプトにどれだけ従うか。0（自由）から1（厳密）まで。
help-options-camera = **`カメラ`**、**`カメラ強度`**: カメラの動きとその強さ。
help-options-others = **`縦横比`**、**`サウンド`**、**`ボイス`**、**`透かし`**: 対応モデルのみ。
help-options-brush = **`モーション`**は画像の一部を軌道に沿って動かします: { $shape }（左上からのピクセル）。**`固定マスク`**の白い部分は動きません。
help-options-provider = **`プロバイダー`**: 動画を作るところ。指定しなければ、使える中で最も安いものになります。

help-credits-worth = 1クレジットは、プロバイダーの定価の1米セントです。料金はすべて`/models`にあります。
help-credits-aside = クレジットは依頼時に確保され、動画が投稿されると消費されます。作れなかった場合は戻ります。
help-credits-left = `/usage show`で、残り、更新時期、使い道を確認できます。
help-credits-short = 足りないときは、短い動画や安いモデルにするか、モデレーターに相談してください。
help-credits-give = `/usage give`で、付与されたクレジットを譲れます（このサーバーで許可されている場合）。

help-problems-waiting = **時間がかかる。** カードに順番と時間が表示されます。送り直す必要はありません。遅れている動画も引き続き確認しています。
help-problems-cancel = **取り消したい。** 順番待ちの間は`/jobs cancel`で取り消せ、クレジットも戻ります。そのあとはプロバイダーを止められません。
help-problems-failed = **作れなかった。** クレジットは戻っています。`/jobs retry`でもう一度依頼できます。
help-problems-refused = **拒否された。** プロバイダーは画像と言葉を確認しています。別のものに変えてください。拒否された分は消費されません。
help-problems-lost = **投稿されない、または削除された。** `/jobs resend`で再投稿できます（クレジットはかかりません）。
help-problems-hold = **保留中になった。** 作成されているかどうかがわからない状態です。モデレーターが判断するまで、クレジットは確保されたままです。
help-problems-else = **そのほか。** カードの依頼IDを添えて、このサーバーのモデレーターに伝えてください。

help-moderators-allowance = `/quota set-default` 各メンバーが使えるクレジット。例外は`/quota set-role`、`/quota set-member`、`/quota grant`
help-moderators-limits = `/settings limits` 全員の合計と、動画1本の上限
help-moderators-where = `/settings channels`、`/settings roles`、`/settings models` どこで、誰が、何で作るか
help-moderators-words = `/settings words`、`/settings adult` 依頼できる内容
help-moderators-log = `/settings log-channel` 通報や対応待ちの知らせが届く場所。保留中の動画は`/jobs resolve`で判断
help-moderators-report = `/quota report` 誰が何に使ったか。`/quota block`で利用停止
help-moderators-status = `/status` 全体の状況と、止まっている動画
help-moderators-roles = モデレーターは「サーバー管理」権限を持つメンバーです。`/settings moderator-roles`でロールを追加できます。

help-privacy-made = 動画はすべてAIで生成され、その旨が表示されます。本物だと偽らないでください。
help-privacy-rights = 使う権利のある画像だけを使い、ほかの人の顔は本人の同意がある場合だけ使ってください。
help-privacy-report = 有害な動画を見つけたら、下の**{ $button }**を押してください。このサーバーのモデレーターが確認し、削除できます。
help-privacy-stored = 画像とプロンプトは、動画を作るプロバイダーに送られます。ボットはそれらと料金を保存し、動画もしばらく保管します。
help-privacy-own = `/mydata export`で、あなたについて保存されているすべてのデータを受け取れます。`/mydata delete`で消去できます。
