# 任务的公开消息：卡片、子区和视频。

state-queued = 排队中
state-submitting = 转交中
state-running = 生成中
state-delivering = 已生成，正在发布
state-delivered = 已完成
state-failed = 未能生成
state-canceled = 已取消
state-uncertain = 搁置中
state-undeliverable = 已生成，未能发布
state-deleted = 已删除

card-now-queued = { $member } 的视频。轮到后通常需要{ $time }。
card-now-running = { $member } 的视频。预计 { $at } 完成（{ $when }）。
card-now-late = { $member } 的视频。耗时远超平常，完成后会立即发布。在此之前，{ $price }继续预留。
card-now-delivering = { $member } 的视频。即将发布。
card-now-delivered = { $member } 的视频。已发布。
card-now-delivered-below = { $member } 的视频。已发布在下方的子区里。
card-now-deleted = { $member } 的视频。由 { $actor } 于 { $when } 删除。
card-now-emptied = { $member } 的视频。图片和文字由 { $actor } 于 { $when } 删除。
card-now-failed = { $member } 的视频。没有扣积分：已退回 { $price }。
card-now-canceled = { $member } 的视频。没有扣积分：已退回 { $price }。
card-now-uncertain = { $member } 的视频。视频服务商没有说明这个视频的去向，因此不会重复发送。在版主裁定之前，{ $price }继续预留。
card-now-undeliverable = { $member } 的视频。

card-next = 下一个就轮到它。
card-place = 排在第 { $place } 位。
card-unstoppable = 已无法取消：视频服务商不支持中止。

card-not-made = 视频没能生成。
card-not-taken = Discord 没有接收视频。

card-picture = 要变成视频的图片
card-watch = 观看视频
card-job = 任务 { $job }

card-thread-of = { $member } 的视频
card-thread = 新视频

card-result = { $member }，你的视频好了。
card-made-with-ai = AI 生成

card-without = 不要：{ $words }
card-seconds = { $seconds } 秒
card-by = 服务商 { $provider }
card-end-picture = 尾帧
card-cfg = 贴合度 { $value }
card-camera = { $move }
card-camera-by = { $move } { $strength }
card-motion-brush = 运动笔刷
card-sound = 声音
card-voices = { $voices } 种音色
card-watermark = 水印
card-set-aside = 已预留 { $price }
card-not-charged = 未扣积分
