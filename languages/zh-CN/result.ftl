# 视频完成时的消息：为了送达做了哪些处理。

result-smaller = 已为本服务器压缩：{ $size } MB（原为 { $was } MB）。
result-converted = 已转换格式，在哪里都能播放。
result-link = 视频对本服务器来说太大，因此提供链接，有效期至 { $until }。
result-link-of-provider = 视频对本服务器来说太大，因此提供服务商的链接。请尽快保存：这类链接会随时失效。

result-now-linked = { $member } 的视频。对本服务器来说太大，已发布链接。
result-now-linked-below = { $member } 的视频。对本服务器来说太大，链接在下方的子区里。
