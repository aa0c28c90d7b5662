# 只有提问的成员自己能看到的回答。

answers-unchanged = **没有任何改动。**

answers-ordered = 视频已提交
answers-next = 下一个就是你，预计 { $when } 完成。
answers-place = 排在第 { $place } 位，预计 { $when } 完成。
answers-costs = 花费 **{ $price }**。你的积分：{ $left }。
answers-go-back = 如果视频没能生成，积分会退回。
answers-card-soon = 卡片马上就会出现。
answers-show-card = 查看卡片

answers-refused = 这个视频无法生成
answers-refused-now = **没有扣积分。**修改后再试一次即可。

answers-not-handed-over = Discord 没有把图片传过来，请重新附上。

answers-not-done = 未执行
answers-no-such-task = 视频服务商没有这个任务，或者该服务商已关闭。请检查任务 ID。

answers-not-moderator = 只有版主可以这样做
answers-moderators = 版主是拥有“管理服务器”权限的成员。
answers-moderators-roles = 版主是拥有“管理服务器”权限，或拥有以下任一身份组的成员：

answers-may-not-post = 机器人不能在这里发消息
answers-missing = 在本频道缺少以下权限：
answers-missing-now = **没有扣积分。**请换一个频道，或请版主为机器人开启这些权限。

permission-view-channel = 查看频道
permission-send-messages = 发送消息
permission-send-messages-in-threads = 在子区内发送消息
permission-create-public-threads = 创建公共子区
permission-attach-files = 添加文件
permission-embed-links = 嵌入链接
permission-read-message-history = 阅读消息历史记录

answers-database-away = 暂时无法处理
answers-no-database = 机器人连不上数据库。
answers-nothing-accepted = **没有受理，也没有扣积分。**请过几分钟再试。
answers-see-before-repeating = 请过几分钟再试。重复操作之前，先确认改动是否已经生效：版主用 `/settings history`，其他人用 `/usage show` 或 `/jobs list`。

answers-taken-already = 已经提交过了
answers-taken-once = 同一个请求已受理一次，不会重复扣积分。
answers-see-list = 可用 `/jobs list` 查看。

answers-moved-on = 情况已经变了
answers-somebody-quicker = 有人先操作了，或者视频已进入下一步。可用 `/jobs show` 查看。

answers-not-yet = 还不行
answers-finding-out = 机器人还在查这个视频的去向。
answers-decide-when = { $when } 可以裁定。
answers-not-attached = 未关联
answers-task-of-another = 这个服务商任务属于另一个视频。请检查任务 ID。

answers-broken = 我们这边出了点问题
answers-may-be-ordered = 再试之前，请先看看 `/jobs list`：视频可能已经提交了。
answers-try-again = **没有扣积分。**请再试一次。
answers-incident = 如果再次发生，请告诉版主：故障编号 { $incident }

answers-outdated = 这条命令已更新
answers-old-form = Discord 显示的还是旧版本。
answers-restart-discord = **没有扣积分。**请重启 Discord，再重新发送命令。

answers-models = 模型
answers-no-model = 目前没有可用的模型，请告诉版主。
answers-about-models = 在 `/animate` 的 `模型` 里填写名称即可。价格以积分计，从最短到最长的视频。
answers-more-models = 还有 { $more } 个：在 `模型` 里输入几个字母即可查找。
answers-model-seconds = { $lengths } 秒
answers-model-price = `{ $mode }` **{ $price }**
answers-model-prices = `{ $mode }` **{ $lowest }** 至 **{ $highest }**
answers-model-default = 不指定时使用
answers-model-quickest = 最快约 { $time }
answers-model-takes = 支持{ $extras }
answers-model-prompt = 必须填提示词
