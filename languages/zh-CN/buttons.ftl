# 视频卡片和视频下方的按钮，以及点击之后的内容。

button-cancel = 取消
button-again = 再来一次
button-edit = 编辑
button-delete = 删除
button-delete-now = 确认删除
button-keep = 保留
button-flag = 举报
button-block = 禁用该成员
button-download = 下载

button-in-hand = 已经在处理了，点一次就够。
button-just-ordered = 你刚刚已再次提交。如果还想再要一个，请过几秒再点。
button-unknown = 机器人不认识这个按钮，它来自另一个版本。`/jobs list` 会显示可以对你的视频做什么。
button-no-such-job = 机器人已经没有这个视频的记录了。
button-was-deleted = 这个视频已删除，无法再对它进行操作。
button-not-yours = 只有提交这个视频的人或版主可以这样做。

button-delete-question = 要删除这个视频吗？
button-delete-means = 这里的视频消息会被删除，谁都无法再次发布。积分不退。卡片上会写明由谁删除。
button-deleted = 已删除
button-deleted-soon = 视频已删除。如果消息还在，马上就会消失。
button-kept = 没有删除
button-kept-why = 视频保持原样。
button-empty-question = 要删除这张卡片显示的内容吗？
button-empty-means = 这里的图片和文字会被删除，谁都无法从这里再次提交。积分不变。卡片上会写明由谁删除。
button-emptied-soon = 图片和文字马上会从卡片上消失。
button-not-deletable = 没有可删除的视频：可能还没发布，也可能已经删除了。

button-edit-title = 用同一张图片再做一次

button-flag-title = 举报这个视频
button-flag-reason = 有什么问题？
button-flag-about = 本服务器的版主会看到内容和你的名字。
button-reason-blank = 请用文字写明原因。
button-flagged = 已举报
button-flagged-log = 已通知本服务器的版主，谢谢你。
button-flagged-no-log = 举报已为本服务器的版主保存，可在 `/settings history` 中查看。本服务器还没有设置举报的发送频道，请你也直接告诉版主。
button-flagged-already = 已经举报过了
button-flagged-already-why = 你之前举报过这个视频，版主已经知道了。
button-flagged-often = 举报太多了
button-flagged-often-why = 你在短时间内举报了很多视频。{ $when } 可以再次举报。

button-block-title = 禁用这位成员
button-block-reason = 原因（该成员会看到）
button-block-about = 在 /quota unblock 之前，该成员不能生成视频。
button-nobody-to-block = 提交这个视频的人已清除自己的数据，没有可禁用的成员。

button-flag-show = 查看视频
