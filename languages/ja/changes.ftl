# 誰が何を変えたか: 確認、サーバーのログチャンネル、変更履歴。

changes-about = { $title }: { $whom }
changes-title-settings = 設定を変更
changes-title-set-default = 全員の利用枠を変更
changes-title-set-member = メンバーの利用枠を変更
changes-title-set-role = ロールの利用枠を変更
changes-title-grant = クレジットを付与
changes-title-take-back = クレジットを回収
changes-title-give = クレジットを譲渡
changes-title-reset = 利用枠をリセット
changes-title-block = メンバーを利用停止
changes-title-unblock = メンバーの利用停止を解除
changes-title-cancel = 動画をキャンセル
changes-title-uncertain = 保留中の動画があります
changes-title-late = 時間がかかりすぎている動画があります
changes-title-resolve = 保留中の動画を判断
changes-title-delete = 動画を削除
changes-title-flag = 動画が通報されました

changes-history = 変更履歴
changes-history-empty = まだありません。
changes-nothing = 変更はありません
changes-no-difference = 前後に違いはありません

changes-name-allowance = 利用枠
    .inside = 利用枠
changes-name-pool = メンバー全員の合計
    .inside = メンバー全員の合計
changes-name-period = 期間
    .inside = 期間
changes-name-time-zone = タイムゾーン
    .inside = タイムゾーン
changes-name-most-credits = 動画1本の上限
    .inside = 動画1本の上限
changes-name-member-running = メンバー1人の同時進行数
    .inside = メンバー1人の同時進行数
changes-name-server-running = サーバー全体の同時進行数
    .inside = サーバー全体の同時進行数
changes-name-cooldown = 依頼の間隔
    .inside = 依頼の間隔
changes-name-confirm-percent = 事前に確認する動画
    .inside = 事前に確認する動画
changes-name-giving = メンバー間の譲渡
    .inside = メンバー間の譲渡
changes-name-place = 動画の投稿先
    .inside = 動画の投稿先
changes-name-language = 言語
    .inside = 言語
changes-name-adult = 成人向けの内容
    .inside = 成人向けの内容
changes-name-log-channel-id = ログチャンネル
    .inside = ログチャンネル
changes-name-channels = 動画を依頼できるチャンネル
    .inside = 動画を依頼できるチャンネル
changes-name-roles = 依頼できるロール
    .inside = 依頼できるロール
changes-name-moderator-roles = モデレーターのロール
    .inside = モデレーターのロール
changes-name-models = モデル
    .inside = モデル
changes-name-providers = プロバイダー
    .inside = プロバイダー
changes-name-words = 禁止語
    .inside = 禁止語
changes-name-adult-words = 成人向けの語
    .inside = 成人向けの語
changes-name-left = 付与分の残り
    .inside = 付与分の残り
changes-name-giver-left = 譲渡した人の付与分の残り
    .inside = 譲渡した人の付与分の残り
changes-name-used = 利用枠の使用量
    .inside = 利用枠の使用量
changes-name-state = 動画
    .inside = 動画
changes-name-task = プロバイダーのタスク
    .inside = プロバイダーのタスク
changes-name-flags = 通報数
    .inside = 通報数

changes-line = { $name }: { $before } → **{ $after }**
changes-added = { $name }: { $added }を追加、**{ $now }**
changes-removed = { $name }: { $removed }を削除、**{ $now }**
changes-added-removed = { $name }: { $added }を追加、{ $removed }を削除、**{ $now }**
changes-now = 現在{ $number }件

changes-so-already = もともとこの状態です（{ $name }: { $value }）
changes-so-already-block = もともとこの状態です: { $state }
changes-so-already-alone = もともとこの状態です。

changes-empty-channels = すべて
changes-empty-roles = 全員
changes-empty-moderator-roles = 「サーバー管理」権限を持つメンバーのみ
changes-empty-models = すべて
changes-empty-providers = すべて
changes-empty-words = なし
changes-empty-adult-words = 組み込みの語のみ

changes-limit-none = 個別設定なし
changes-limit-unlimited = 無制限
changes-limit-forbidden = 禁止
changes-number = { $number }
changes-no-wait = なし
changes-share = 期間のクレジットの{ $percent }%以上
changes-share-never = 確認しない
changes-yes = はい
changes-no = いいえ
changes-period-day = 毎日
changes-period-week = 毎週
changes-period-month = 毎月
changes-place-thread = カードの下のスレッド
changes-place-member = メンバーごとのスレッド
changes-place-channel = チャンネル
changes-language-auto = Discordでのサーバーの設定どおり
changes-adult-forbidden = すべて禁止
changes-adult-age-restricted = 年齢制限チャンネルのみ
changes-no-channel = なし
changes-no-task = 不明

changes-may-order = 依頼できる
changes-blocked-until = { $moment }まで利用停止（{ $countdown }）
changes-blocked = モデレーターが解除するまで利用停止
changes-reasons = 本人に表示される理由: { $before } → **{ $after }**

changes-grant-until = このクレジットの期限: { $moment }（{ $countdown }）
changes-grant-endless = このクレジットに期限はありません。

changes-by = { $actor }、{ $moment }
changes-by-bot = ボットが自動で実行、{ $moment }
changes-change = 変更 { $change }
changes-job = 依頼 { $job }
changes-reason = 理由: { $reason }

changes-remark-uncertain = プロバイダーが作成しているかどうか回答がないため、二重には送りません。モデレーターが`/jobs resolve`で判断するまで、クレジットは確保されたままです。**attach**はプロバイダーに表示されているタスクを紐づけ、**release**はクレジットを戻し、**again**はもう一度送ります（実はプロバイダーに届いていた場合、二重払いになります）。
changes-remark-late = ボットは引き続き確認し、完成しだい動画を投稿します。それまでクレジットは確保されたままです。モデレーターは`/jobs resolve`の**release**で打ち切れます。

changes-follows-running = 今後はこのタスクを確認し、完成しだい動画を投稿します。
changes-follows-failed = クレジットは戻りました。あとで動画が届いても投稿しません。
changes-follows-queued = 確保済みのクレジットで、もう一度順番を待ちます。

changes-because-role-deleted = ロールが削除されたため
