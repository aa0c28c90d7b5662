# 成员的视频（“任务”）：列表、详情和操作结果。

jobs-group-all = 全部
jobs-group-on-the-way = 进行中
jobs-group-ready = 已完成
jobs-group-not-made = 未能生成
jobs-group-on-hold = 搁置中
jobs-group-not-posted = 未能发布

jobs-yours = 你的视频
jobs-yours-that-are = 你的视频：{ $group }
jobs-none-yet = 还没有视频。用 `/animate` 做一个吧。
jobs-none = 目前没有。
jobs-show-one = 查看详情：`/jobs show`
jobs-newer = ◀ 较新
jobs-older = 较旧 ▶

jobs-next-queued = `/jobs cancel` 可撤回视频，积分一并退回。
jobs-next-delivered = `/jobs retry` 再次提交。如果视频消息被删，`/jobs resend` 可重新发布。
jobs-next-deleted = `/jobs retry` 再次提交。
jobs-next-failed = `/jobs retry` 再次提交。
jobs-next-canceled = `/jobs retry` 再次提交。
jobs-next-uncertain = 由版主用 `/jobs resolve` 裁定。
jobs-next-undeliverable = `/jobs resend` 可重新发布，不花积分。

jobs-task = 服务商任务 { $task }
jobs-task-unknown = 未知
jobs-attempt = 尝试 { $attempt } 次

jobs-ordered-from = 指定服务商 { $provider }
jobs-price-back = 已退回 **{ $price }**，没有扣积分
jobs-price-spent = 已用 **{ $price }**
jobs-price-held = 已预留 **{ $price }**
jobs-place = 排在第 { $place } 位

jobs-ordered-at = 提交：{ $when }
jobs-handed-over-at = 转交：{ $when }
jobs-changed-at = 最近更新：{ $when }

jobs-card = 卡片
jobs-thread = 子区
jobs-video = 视频

jobs-no-prompt = 无提示词

jobs-canceled = 已取消
jobs-went-back = 已退回 **{ $price }**，没有扣积分。

jobs-too-late = 来不及取消了
jobs-too-late-submitting = 正在转交给服务商，已无法中止。
jobs-too-late-running = 服务商正在生成，无法中止。视频完成后会发布。
jobs-too-late-delivering = 视频已生成，即将发布。
jobs-too-late-uncertain = 服务商可能已经收到，无法中止。由版主裁定。
jobs-too-late-canceled = 之前已经取消了。
jobs-too-late-ended = 这个视频已经结束。

jobs-on-its-way = 马上就来
jobs-posted-soon = 取回后会立即重新发布，不再扣积分。
jobs-still-there = 视频还在
jobs-still-stands = 视频消息还在这里：{ $address }
jobs-gone = 视频已经没有了
jobs-no-longer-had = 视频发布过一次，服务商那里已经没有了。`/jobs retry` 可再次提交。
jobs-not-now = 暂时无法处理
jobs-cannot-be-asked = 暂时联系不上 Discord 或视频服务商。请过几分钟再试。
jobs-deleted = 视频已删除
jobs-nothing-to-post = 没有可发布的视频

jobs-not-ended = 这个视频还没有结束。结束后才能再次提交。
jobs-not-on-hold = 这个视频没有被搁置，无需裁定。可用 `/jobs show` 查看。
jobs-late-with-task = 这个视频超时了，但服务商任务是已知的。可以继续等，或用 `release` 放弃。
jobs-attach-needs-task = 选 `attach` 时必须填 `服务商任务`，其他选择不能填。
jobs-no-such-job = 你在这里没有这个视频。请从建议中选择，或查看 `/jobs list`。
jobs-of-another = 这是别人的列表。你的在 `/jobs list`。
jobs-pictures-gone = 那个视频的图片已不再保存。请用 `/animate` 重新附上图片。
