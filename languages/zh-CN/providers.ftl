# 视频没能生成的原因，显示在任务的卡片上。

providers-wrong = 视频服务商出了问题。
providers-unreachable = 暂时联系不上视频服务商。
providers-silent = 视频服务商没有回应。
providers-busy = 视频服务商正忙。
providers-model-gone = 这个模型已被服务商停用。请用 /models 另选一个。
providers-task-unknown = 视频服务商那里已经没有这个任务。
providers-operator = 机器人的运营者需要修复与视频服务商的连接。
providers-out-of-money = 机器人在视频服务商的余额已用完，只有运营者可以充值。

providers-refused = 视频服务商拒绝了这个请求。
providers-refused-silently = 视频服务商拒绝了这个请求，没有说明原因。
providers-refused-because = 视频服务商拒绝了这个请求：“{ $reason }”。
providers-failed = 视频服务商没能生成这个视频。
providers-failed-silently = 视频服务商没能生成这个视频，没有说明原因。
providers-failed-because = 视频服务商没能生成这个视频：“{ $reason }”。
providers-no-video = 视频服务商称视频已完成，但一整天都没有给出下载地址。

providers-content-filter = 视频服务商的内容过滤器拦下了这个视频。这类过滤器很谨慎，无害的图片和提示词也会被拦；换个说法或换张图片也许可以通过。
providers-too-large = 视频服务商认为图片太大。换小一些的文件也许可以通过。
providers-supplier = 这家视频服务商的上游出了问题。可以改用其他服务商，或稍后再试。
providers-shape = 视频服务商无法使用这个尺寸或形状的图片：每边至少 300 像素，长边不超过短边的 2.5 倍。
providers-unreadable = 视频服务商无法读取这张图片。另存为 JPG 或 PNG 通常就能解决。
providers-words-too-long = 提示词和负面提示词共 { $length } 个字符，这个模型最多接受 { $limit } 个。写短一些即可。

providers-others-work = { $why }可用的模型：{ $models }。
