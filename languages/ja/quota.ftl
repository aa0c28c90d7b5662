# クレジット: 残り、サーバーの上限、使い道、そして依頼できない理由。

quota-yours = あなたのクレジット
quota-newest = 最近の動画
quota-not-charged = 作れなかった動画ではクレジットは消費されません。料金: `/models`
quota-of-member = { $member } のクレジット
quota-every-entry = すべての記録: `/quota history`

quota-of-role = { $role } の利用枠
quota-each = メンバー1人あたり: { $allowance }
quota-none-of-its-own = 個別設定なし。全員: { $allowance }
quota-which-counts = 複数のロールがある場合は最も大きい利用枠が使われます。メンバー個別の利用枠はロールより優先されます。

quota-of-server = このサーバーの利用枠
quota-renews = 次の更新: { $countdown }（{ $moment }）
quota-together = メンバー全員の合計
quota-granted-left = 付与分の残り: **{ $credits }**
quota-roles = ロール
quota-members = メンバー
quota-blocked = 利用停止
quota-holder = { $holder }: { $allowance }
quota-blocked-until = { $member }、{ $until }まで: { $reason }
quota-blocked-endless = { $member }: { $reason }
quota-somebody = メンバーのクレジット: `/quota show`の`メンバー` · 上限: `/settings show`
quota-pool-used = 使用: **{ $used }** · { $allowance }
quota-left-of = 残り**{ $left }** / { $limit }

quota-ledger-of = { $member } の台帳
quota-ledger = メンバー全員の台帳
quota-ledger-empty = まだありません。
quota-entry-whose = { $member }: { $what }
quota-entry-given-by = **+{ $credits }** { $partner } から譲渡
quota-entry-granted = **+{ $credits }** 付与
quota-entry-reserved = **{ $credits }** 確保
quota-entry-spent = **{ $credits }** 消費
quota-entry-released = **{ $credits }** 戻り
quota-entry-reset = **+{ $credits }** リセットで復活
quota-entry-carried = **{ $credits }** 以前の使用分
quota-entry-given-to = **−{ $credits }** { $partner } に譲渡
quota-entry-taken-back = **−{ $credits }** 回収
quota-entry-reason = 「{ $reason }」
quota-entry-cheaper = 別のプロバイダーのほうが少ないクレジットで作れるため
quota-entry-grant = 付与分{ $grant }から
quota-entry-allowance = 利用枠から
quota-entry-by = 実行: { $actor }
quota-entry-job = 依頼 { $job }
quota-entry-number = 記録 { $entry }

quota-given = { $credits }を譲渡しました
quota-given-left = 相手: { $member }。あなたの付与分の残り: **{ $after }**（元は{ $before }）

# 「あなたの残り: 」に続く。
quota-has-no-limit = 無制限
quota-has-no-allowance = 利用枠なし
quota-has = **{ $left }** / { $limit }（{ $until }まで）
quota-has-granted = **{ $left }** / { $limit }（{ $until }まで）と付与分**{ $granted }**

quota-unlimited = **無制限**
quota-forbidden-you = **なし:** ここでは動画を依頼できません
quota-forbidden-they = **なし:** このメンバーはここで動画を依頼できません
quota-spent = 消費: { $spent } · 進行中: { $held }
quota-pool-left = メンバー全員の合計: **残り{ $left }**
quota-pool = メンバー全員の合計: **{ $allowance }**
quota-block-you = 利用停止中です（モデレーターが解除するまで）: { $reason }
quota-block-they = 利用停止中のメンバーです（モデレーターが解除するまで）: { $reason }
quota-block-until-you = 利用停止中です（解除: { $countdown }、{ $moment }）: { $reason }
quota-block-until-they = 利用停止中のメンバーです（解除: { $countdown }、{ $moment }）: { $reason }
quota-source-member-you = あなた個別の利用枠
quota-source-member-they = このメンバー個別の利用枠
quota-source-role-you = { $role } の利用枠（あなたのロールの中で最大）
quota-source-role-they = { $role } の利用枠（このメンバーのロールの中で最大）
quota-source-server = このサーバーの全員の利用枠
quota-grants = **付与分 +{ $granted }**（利用枠のあとに使われます）
quota-grants-unusable = **付与分 +{ $granted }**（依頼が禁止されている間は使えません）
quota-grant-until = **{ $left }**（{ $until }まで）
quota-grant-endless = **{ $left }**（期限なし）
quota-grant-for = { $grant }: { $reason }
quota-more-grants = ほか{ $more }件の付与分

quota-limits = ここでの上限: { $limits }
quota-limit-member = あなたの動画は同時に{ $videos }本まで
quota-limit-server = メンバー全員で同時に{ $videos }本まで
quota-limit-cooldown = 依頼の間隔は{ $wait }
quota-limit-price = 動画1本{ $credits }まで

quota-no-limit = 無制限
quota-no-videos = 動画の依頼は不可
quota-per-day = 1日**{ $allowance }**
quota-per-week = 1週間**{ $allowance }**
quota-per-month = 1か月**{ $allowance }**

quota-ask = **クレジットは消費されていません。** モデレーターが変更できます。
quota-wait = **クレジットは消費されていません。** その時にもう一度コマンドを送ってください。

quota-not-enough = クレジットが足りません
quota-price = この動画には**{ $credits }**かかります。
quota-cheaper = **クレジットは消費されていません。** 短い動画や`std`モードなら安くなることがあります。`/models`を見てください。
quota-cheaper-or-ask = **クレジットは消費されていません。** 短い動画や`std`モードなら安くなることがあります。`/models`を見てください。上限はモデレーターが変更できます。
quota-short-member = あなたの残りは**{ $left }**で、{ $missing }足りません。
quota-short-server = このサーバーのメンバー全員の残りは合計**{ $left }**で、{ $missing }足りません。
quota-short-operator = 全サーバー共通のボットの予算の残りは**{ $left }**で、{ $missing }足りません。
quota-enough-again = 足りるようになるまで: { $countdown }（{ $moment }）
quota-never-member = 待っても足りません。更新されても、一度にこれだけのクレジットにはなりません。
quota-never-server = 待っても足りません。メンバー全員の合計枠を超えています。
quota-never-operator = 待っても足りません。1か月の予算全体を超えています。

quota-too-many = 同時に進行中の動画が多すぎます
quota-too-many-member = あなたの動画が{ $most }本進行中で、このサーバーの同時上限に達しています。
quota-too-many-server = メンバー全員の動画が{ $most }本進行中で、このサーバーの同時上限に達しています。
quota-next-ready = 次の完成予定: { $countdown }（{ $moment }）
quota-not-now = 今はできません
quota-takes-none = このサーバーは今、新しい動画を受け付けていません。

quota-too-soon = 少し早すぎます
quota-cooling-down = このサーバーでは依頼の間に時間を空けます。次の依頼ができるまで: { $countdown }（{ $moment }）

quota-you-are-blocked = 利用停止中です
quota-you-are-blocked-until = モデレーターにより、動画の依頼が停止されています。解除: { $countdown }（{ $moment }）
quota-you-are-blocked-endless = モデレーターにより、動画の依頼が停止されています。期限はありません。

quota-not-permitted = このサーバーでは許可されていません
quota-only-allowance = あなたの利用枠では動画を依頼できません。付与されたクレジットも使えません。
quota-only-role = 動画を依頼できるのは次のいずれかのロールです: { $allowed }
quota-only-channel = 動画を依頼できる場所: { $allowed }
quota-only-model = ここで使えるモデル: { $allowed }
quota-only-provider = ここで動画を作るプロバイダー: { $allowed }
quota-only-free = ここではクレジットのかかる動画は作れません。
quota-only-price = 動画1本に使えるのは{ $credits }までです。

quota-not-given = 譲渡していません
quota-not-moved = **クレジットは動いていません。**
quota-giving-off = このサーバーではメンバーがクレジットを譲れません。モデレーターが変更できます。
quota-give-at-most = 譲れるのは**{ $credits }**までです。譲れるのは付与されたクレジットだけで、利用枠や確保中のものは譲れません。

quota-member-or-role = `メンバー`か`ロール`のどちらか一方を指定してください。
quota-zero = 0クレジットでは何も変わりません。0より大きいと付与、小さいと回収です。
quota-no-until = クレジットの回収では`期限`を指定できません。
quota-take-back-at-most = { $member } の付与分で回収できるのは、残り{ $left }だけです。
quota-no-bots = ボットは動画を依頼せず、クレジットもありません。人を指定してください。
quota-not-everyone = 全員の利用枠は`/quota set-default`で決めます。
quota-credits-or-word = `クレジット`か`特別な値`のどちらか一方を指定してください。

quota-until-unreadable = `期限`を読み取れません。
quota-until-forms = `2026-12-24`のような日付、`2026-12-24 18:00`のような日時、`3 days`や`2w`のような長さで書いてください。
quota-until-past = `期限`が過去になっています。
quota-until-zone = 日時はこのサーバーのタイムゾーン（{ $zone }）です。
quota-until-far = `期限`が10年以上先になっています。
quota-until-no-end = 期限をつけない場合は、空のままにしてください。

quota-give-yourself = すでにあなたのクレジットです。別のメンバーを指定してください。
quota-give-bot = ボットは動画を依頼しません。人を指定してください。
quota-give-nobody = このサーバーのメンバーではありません。
