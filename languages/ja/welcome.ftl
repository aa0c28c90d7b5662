# ボットを招待したサーバーでの最初のメッセージ。

welcome-title = こんにちは！画像を短い動画にするボットです
welcome-try = 今すぐ誰でも試せます。`/animate`を送って画像を添付してください。詳しくは`/help`へ。

welcome-set = モデレーターが設定できること
welcome-set-allowance = `/quota set-default` 各メンバーが使えるクレジット（現在: { $allowance }）
welcome-set-limits = `/settings limits` 全員で使える合計
welcome-set-where = `/settings channels`、`/settings roles` どこで誰が動画を作れるか
welcome-set-log = `/settings log-channel` 通報や対応待ちの知らせが届く場所
welcome-set-more = すべての設定は`/settings show`、全体の状況は`/status`

welcome-permissions = 権限
welcome-complete = ボットに必要な権限はそろっています。
welcome-lacking = このサーバーでボットのロールに不足している権限:
welcome-lacking-mend = **サーバー設定**の**ロール**で付けてください。
welcome-lacking-here = ロールにはあるのに、このチャンネルで不足している権限:
welcome-lacking-here-mend = このチャンネルの設定で付けるか、別のチャンネルを使ってください。

welcome-check = もう一度確認
