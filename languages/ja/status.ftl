# `/status`でモデレーターに表示される内容。

status-title = 全体の状況

status-here = このサーバーの動画
status-nothing-open = 順番待ちも作成中の動画もありません。
status-open = 順番待ち: **{ $waiting }** · 作成中: **{ $making }**
status-oldest = 最も長く待っている動画の依頼: { $when }
status-others = ほかのサーバー: 順番待ち{ $waiting }、作成中{ $making }

status-stuck = 対応が必要かもしれません
status-stuck-late = **{ $number }**本に時間がかかりすぎています。ボットはプロバイダーへの確認を続けます。`/jobs resolve`で打ち切れます。
status-stuck-uncertain = **{ $number }**本が保留中です。どうなったかプロバイダーから回答がありません。`/jobs resolve`で判断してください。
status-stuck-undeliverable = **{ $number }**本が完成しましたが、投稿できませんでした。ボットに足りないものを補ってから、`/jobs resend`で投稿できます。

status-providers = 過去24時間のプロバイダー
status-provider-idle = { $provider }: 終了なし
status-provider = { $provider }: { $ended }本中{ $made }本完成
status-provider-time = { $provider }: { $ended }本中{ $made }本完成、通常{ $time }
status-paused = 一時停止中（再試行: { $when }）。アカウントが使えません。直せるのはボットの運営者です。
status-paused-model = { $model }は一時停止中（再試行: { $when }）。今は使えません。

status-bot = ボット
status-well = Discord、データベース、内部処理はすべて正常です。
status-wrong-gateway = Discordに接続していません。
status-wrong-database = データベースに書き込めないため、依頼できません。
status-wrong-loops = 止まっている内部処理があります。ボットの運営者はログを確認してください。
status-version = Stillmotion { $version }
