# 机器人刚加入服务器时的第一条消息。

welcome-title = 你好！这个机器人可以把图片变成短视频
welcome-try = 现在大家就可以试试：发送 `/animate` 并附上图片。更多内容见 `/help`。

welcome-set = 版主可以设置的内容
welcome-set-allowance = `/quota set-default` 每位成员可用的积分；目前：{ $allowance }
welcome-set-limits = `/settings limits` 全体成员合计可用的积分
welcome-set-where = `/settings channels` 和 `/settings roles`：在哪里、由谁生成视频
welcome-set-log = `/settings log-channel` 在哪里接收举报和待处理事项
welcome-set-more = `/settings show` 显示全部设置，`/status` 显示运行情况

welcome-permissions = 权限
welcome-complete = 机器人的权限都齐全了。
welcome-lacking = 在本服务器，它的身份组缺少以下权限：
welcome-lacking-mend = 请在**服务器设置**的**身份组**中开启。
welcome-lacking-here = 身份组已有、但在本频道缺少的权限：
welcome-lacking-here-mend = 请在本频道的设置中开启，或使用其他频道。

welcome-check = 重新检查
