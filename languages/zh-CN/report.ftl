# 给版主的报告：文字、图表和流水表格。

report-title = 报告
report-days = { $first } 至 { $last }
report-videos = { $videos } 个视频
report-result = 已用 **{ $credits }** · 完成 **{ $videos }** · 失败 { $failed } 个
report-canceled = 取消 { $videos } 个
report-undelivered = 已生成但未发布 { $videos } 个
report-on-the-way = 进行中 { $videos } 个，预留 { $credits }
report-came = 用时不到 **{ $most }**。
report-nine-of-ten = 九成在 **{ $most }** 内完成。
report-half = 一半在 **{ $half }** 内完成，九成在 **{ $most }** 内完成。
report-most-by = 用得最多的是 { $member }：{ $credits }。

report-described = 图表：已用 { $credits }，完成 { $videos }，失败 { $failed } 个
report-no-picture = 这次没能画出图表。重新发送命令可以再试一次。
report-ledger = 全部积分流水，可用电子表格打开。
report-ledger-times = 流水按记录的时间统计，图表按视频提交的时间统计。
report-ledger-too-large = 这段时间的流水对 Discord 来说太大。选择更短的周期即可获取文件。

report-chart-title = 视频与积分
report-chart-credits-by-day = 每天的积分
report-chart-credits-by-week = 每周的积分
report-chart-videos = 视频
report-chart-delivered = 完成 { $videos } 个
report-chart-failed = 失败 { $videos } 个
report-chart-models = 各模型的积分
report-chart-members = 各成员的积分
report-chart-member = 成员 …{ $ending }
report-chart-others = 其他
report-chart-waiting = 等待时间
report-chart-within = 一半 { $median } 内，九成 { $most } 内
report-chart-nothing = 这段时间没有视频
report-chart-seconds = { $number } 秒
report-chart-minutes = { $number } 分钟
report-chart-hours = { $number } 小时

report-column-entry = 流水
report-column-time = 时间（UTC）
report-column-member = 成员
report-column-kind = 类型
report-column-grant = 额外积分
report-column-job = 任务
report-column-added = 增加
report-column-held = 预留
report-column-spent = 已用
report-column-actor = 操作者
report-column-partner = 对方
report-column-reason = 原因
