# モデレーター向けのレポート: 文章、図、台帳の表。

report-title = レポート
report-days = { $first }～{ $last }
report-videos = { $videos }本
report-result = **{ $credits }**を消費 · 完成**{ $videos }** · 失敗{ $failed }本
report-canceled = キャンセル{ $videos }本
report-undelivered = 完成したが未投稿{ $videos }本
report-on-the-way = 進行中{ $videos }本（{ $credits }を確保）
report-came = **{ $most }**以内に届きました。
report-nine-of-ten = 9割が**{ $most }**以内に届きました。
report-half = 半数が**{ $half }**以内、9割が**{ $most }**以内に届きました。
report-most-by = 最も多く使ったのは { $member }: { $credits }

report-described = グラフ: { $credits }を消費、完成{ $videos }、失敗{ $failed }本
report-no-picture = 今回は図を描けませんでした。もう一度コマンドを送ると、やり直せます。
report-ledger = 台帳のすべての記録（表計算ソフト用）。
report-ledger-times = 台帳は記録された日時、図は動画が依頼された日時で集計しています。
report-ledger-too-large = この期間の台帳はDiscordには大きすぎます。短い期間を選ぶとファイルで受け取れます。

report-chart-title = 動画とクレジット
report-chart-credits-by-day = 1日ごとのクレジット
report-chart-credits-by-week = 1週間ごとのクレジット
report-chart-videos = 動画
report-chart-delivered = 完成{ $videos }本
report-chart-failed = 失敗{ $videos }本
report-chart-models = モデル別クレジット
report-chart-members = メンバー別クレジット
report-chart-member = メンバー…{ $ending }
report-chart-others = その他
report-chart-waiting = 待ち時間
report-chart-within = 半数が{ $median }、9割が{ $most }以内
report-chart-nothing = この期間の動画はありません
report-chart-seconds = { $number }秒
report-chart-minutes = { $number }分
report-chart-hours = { $number }時間

report-column-entry = 記録
report-column-time = 日時（UTC）
report-column-member = メンバー
report-column-kind = 種類
report-column-grant = 付与分
report-column-job = 依頼
report-column-added = 追加
report-column-held = 確保
report-column-spent = 消費
report-column-actor = 実行者
report-column-partner = 相手
report-column-reason = 理由
