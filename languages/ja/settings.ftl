# `/settings`: サーバーの設定、語句のリスト、変更時の注意。

settings-title = このサーバーの設定

settings-section-credits = クレジット
settings-section-time = 時間
settings-section-at-once = 同時進行
settings-section-who-and-where = 誰がどこで
settings-section-what = 内容
settings-section-moderators = モデレーター

settings-line = { $name }: **{ $value }**
settings-line-deleted = { $name }: **削除済み**
settings-line-all-deleted = { $name }: **{ $deleted }件が削除済み**
settings-line-some-deleted = { $name }: **{ $value }**、ほか{ $deleted }件は削除済み

settings-allowance-day = 1日{ $allowance }
settings-allowance-week = 1週間{ $allowance }
settings-allowance-month = 1か月{ $allowance }
settings-words = { $words }語

settings-gone-channels = このままではどこでも依頼できません。チャンネルを追加するか、リストを空にしてください。
settings-gone-roles = このままでは誰も依頼できません。ロールを追加するか、リストを空にしてください。
settings-gone-models = このままでは動画を作れません。モデルを追加するか、リストを空にしてください。

settings-no-words = なし。
settings-no-adult-words = 組み込みの語のみ。

settings-hidden-commands = モデレーター用コマンドは、「サーバー管理」権限のないメンバーにはDiscordで表示されません。管理者は「サーバー設定 > 連携サービス」で、これらのロールに表示できます。

settings-nothing-usable = この設定では動画を作れるモデルが残りません。すべての`/animate`が拒否されます。
settings-all-too-dear = そこまで安い動画はありません。最も安いもので{ $cheapest }のため、すべての`/animate`が拒否されます。
settings-pool-too-small = メンバー全員の合計ではどの動画にも足りません。最も安いもので{ $cheapest }のため、すべての`/animate`が拒否されます。
settings-grants-only = これだけではどの動画にも足りません。最も安いもので{ $cheapest }です。
settings-provider-off = { $provider }は今、ボットの運営者によって有効にされていません。

settings-set-and-lift = `{ $limit }`を同時に設定と解除はできません。
settings-no-limit-named = 上限を1つ以上指定するか、`解除`で1つ選んでください。
settings-no-window-named = `期間`、`タイムゾーン`、またはその両方を指定してください。
settings-no-model = 「{ $typed }」というモデルはありません。
settings-did-you-mean = もしかして: { $names }。
settings-see-models = `/models`を見てください。
settings-no-zone = 「{ $typed }」というタイムゾーンはありません。
settings-zone-form = Asia/TokyoやEurope/Berlinのような名前で指定してください。
settings-clear-alone = `全消去`はすべてを取り除きます。`{ $option }`を空にするか、`削除`を使ってください。
settings-tidy-alone = `整理`はもう存在しないものを取り除きます。`{ $option }`を空にするか、`削除`を使ってください。
settings-name-to-add = 追加する`{ $option }`を指定してください。
settings-name-to-remove = 削除する`{ $option }`を指定してください。
settings-nothing-known = このサーバーの情報がまだDiscordからボットに届いていません。1分後にもう一度お試しください。
settings-not-everyone = @everyoneは選べません。一部のメンバーだけが持つロールを指定するか、リストを`全消去`してください。
settings-missing-permissions = { $channel } でボットに不足している権限: { $permissions }
settings-give-permissions = そこでボットにこれらの権限を付けるか、別のチャンネルを選んでください。

settings-full-channels = 指定できるチャンネルは{ $most }個までです。今は{ $now }個です。
settings-full-roles = 指定できるロールは{ $most }個までです。今は{ $now }個です。
settings-full-models = 指定できるモデルは{ $most }個までです。今は{ $now }個です。
settings-full-providers = 指定できるプロバイダーは{ $most }個までです。今は{ $now }個です。
settings-full-words = 指定できる語は{ $most }個までです。今は{ $now }個です。
settings-all-exist-channels = 整理するものはありません。指定されたチャンネルはすべて存在します。
settings-all-exist-roles = 整理するものはありません。指定されたロールはすべて存在します。
settings-all-exist-models = 整理するものはありません。指定されたモデルはすべて存在します。
settings-none-exists-channels = 指定されたチャンネルはもう1つも存在しません。リストが空だと、すべてのチャンネルが使えるようになります。
settings-none-exists-roles = 指定されたロールはもう1つも存在しません。リストが空だと、すべてのロールが使えるようになります。
settings-none-exists-models = 指定されたモデルはもう1つも存在しません。リストが空だと、すべてのモデルが使えるようになります。
settings-add-or-clear = 先に使えるものを`追加`するか、リストを`全消去`してください。
settings-all-allowed-channels = 今はすべてのチャンネルが使えます。使えるチャンネルを追加すると、ほかは使えなくなります。
settings-all-allowed-roles = 今はすべてのロールが使えます。使えるロールを追加すると、ほかは使えなくなります。
settings-all-allowed-models = 今はすべてのモデルが使えます。使えるモデルを追加すると、ほかは使えなくなります。
settings-all-allowed-providers = 今はすべてのプロバイダーが使えます。使えるプロバイダーを追加すると、ほかは使えなくなります。
settings-none-left-channels = これではリストが空になり、すべてのチャンネルが使えるようになります。それでよければ`全消去`を使ってください。
settings-none-left-roles = これではリストが空になり、すべてのロールが使えるようになります。それでよければ`全消去`を使ってください。
settings-none-left-models = これではリストが空になり、すべてのモデルが使えるようになります。それでよければ`全消去`を使ってください。
settings-none-left-providers = これではリストが空になり、すべてのプロバイダーが使えるようになります。それでよければ`全消去`を使ってください。

settings-word-too-long = 1語は{ $most }文字までです。「{ $word }…」は{ $length }文字あります。
settings-word-not-findable = 「{ $word }」には、プロンプトから探せる文字がありません。
settings-no-word-named = 1つまたは複数の語をコンマ区切りで指定してください。
