# `/status` 向版主显示的内容。

status-title = 运行情况

status-here = 本服务器的视频
status-nothing-open = 没有排队的，也没有正在生成的。
status-open = 排队中：**{ $waiting }** · 生成中：**{ $making }**
status-oldest = 等得最久的视频提交于 { $when }。
status-others = 其他服务器：排队中 { $waiting }，生成中 { $making }

status-stuck = 可能需要你处理
status-stuck-late = **{ $number }** 个视频耗时过长。机器人会继续询问服务商；`/jobs resolve` 可结束。
status-stuck-uncertain = **{ $number }** 个视频被搁置：服务商没有说明去向。请用 `/jobs resolve` 裁定。
status-stuck-undeliverable = **{ $number }** 个视频已完成但未能发布。为机器人补上缺少的权限后，用 `/jobs resend` 发布。

status-providers = 服务商（最近 24 小时）
status-provider-idle = { $provider }：没有结束的视频
status-provider = { $provider }：{ $ended } 个中完成了 { $made } 个
status-provider-time = { $provider }：{ $ended } 个中完成了 { $made } 个，通常用时 { $time }
status-paused = 已暂停，{ $when } 重试：账户无法使用，需由机器人的运营者修复。
status-paused-model = { $model } 已暂停，{ $when } 重试：目前无法使用。

status-bot = 机器人
status-well = Discord、数据库和后台工作都正常。
status-wrong-gateway = 没有连接到 Discord。
status-wrong-database = 数据库无法写入，不能提交视频。
status-wrong-loops = 有些后台工作停住了。请机器人的运营者查看日志。
status-version = Stillmotion { $version }
