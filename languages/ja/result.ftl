# 完成した動画のメッセージ: 届けるために何をしたか。

result-smaller = このサーバー向けに縮小しました: { $size } MB（元は{ $was } MB）
result-converted = どこでも再生できるように変換しました。
result-link = このサーバーには大きすぎるため、リンクで届けます。リンクの期限: { $until }
result-link-of-provider = このサーバーには大きすぎるため、プロバイダーのリンクで届けます。予告なく切れるので、早めに保存してください。

result-now-linked = { $member } の動画です。このサーバーには大きすぎるため、リンクを投稿しました。
result-now-linked-below = { $member } の動画です。このサーバーには大きすぎるため、下のスレッドにリンクを投稿しました。
