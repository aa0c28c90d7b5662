# `/help` 显示的内容。

help-title = 把图片变成短视频
help-step-1 = 发送 `/animate`，附上图片；愿意的话，在 `提示词` 里写下什么要动起来。
help-step-2 = 马上就能看到花费，频道里的卡片会显示进度。
help-step-3 = 几分钟后视频就会发布，并提及你。

help-commands-models = `/models` 可用的模型和价格
help-commands-usage = `/usage show` 你的积分
help-commands-jobs = `/jobs list` 你的视频

help-wrong = 视频有害？点击下方的**{ $button }**。视频有误或卡住了？请告诉本服务器的版主，并附上卡片上的任务编号。

help-topics = 了解更多……
help-topic-overview = 概览

help-topic-start = 你的第一个视频
help-topic-pictures = 图片
help-topic-options = 选项
help-topic-credits = 积分
help-topic-problems = 遇到问题
help-topic-moderators = 版主须知
help-topic-privacy = 隐私与规则

help-start-attach = 发送 `/animate` 并附上图片。其他选项都可以不填。
help-start-menu = 也可以打开带图片的消息的菜单（长按或右键点击），选择**应用**，再选**{ $entry }**。
help-start-prompt = 在 `提示词` 里用大白话写出要发生什么：*她微笑着，镜头慢慢靠近*。一两个动作效果最好。
help-start-price = 马上就能看到花费。生成花费较高的视频之前，会先问你要不要生成。
help-start-card = 卡片会显示排队位置和所需时间。不用守着：视频好了会提及你。
help-start-more = 视频下方的**{ $again }**会用相同选项再次提交，**{ $edit }**可以先修改选项。

help-pictures-size = 每边至少 300 像素，长边不超过短边的 2.5 倍，最大 10 MB。
help-pictures-kinds = JPG 和 PNG 直接使用；WebP、GIF 等会先转换。
help-pictures-fit = 图片太狭长、太小或文件太大时，点一下就能调整；会先给你看效果。
help-pictures-end = 有些模型支持用 `尾帧` 指定视频结束时的图片。
help-pictures-good = 清晰、主体单一、光线充足、没有被截断的图片，做出来的视频最好。

help-options-model = **`模型`**：`/models` 显示每个模型的功能和价格。
help-options-length = **`时长`**、**`模式`**：更长的视频，以及 `pro` 和 `4k`，花费更多。
help-options-negative = **`负面提示词`**：视频里不要出现什么。
help-options-cfg = **`贴合度`**：与提示词的贴合程度，从 0（自由发挥）到 1（严格遵循）。
help-options-camera = **`运镜`**、**`运镜幅度`**：镜头如何运动、幅度多大。
help-options-others = **`宽高比`**、**`声音`**、**`音色`**、**`水印`**：需要模型支持。
help-options-brush = **`运动轨迹`** 让图片的局部沿路径移动：{ $shape }，以左上角为起点的像素坐标。**`静态蒙版`** 中白色的部分保持不动。
help-options-provider = **`服务商`**：由谁生成。不选则用可用的服务商中最便宜的。

help-credits-worth = 1 积分等于服务商标价的 1 美分。所有价格见 `/models`。
help-credits-aside = 积分在提交时预留，视频发布时扣除。没能生成就会退回。
help-credits-left = `/usage show` 显示还剩多少积分、何时刷新、用在了哪里。
help-credits-short = 积分不够？选短一点的视频或便宜一点的模型，或者找版主。
help-credits-give = `/usage give` 可以把发放给你的额外积分送给别人（需要本服务器允许）。

help-problems-waiting = **等了很久。**卡片上有排队位置和时间，不必重新提交。机器人会继续跟进超时的视频。
help-problems-cancel = **想撤回。**排队时可用 `/jobs cancel`，积分会退回。之后服务商就无法中止了。
help-problems-failed = **没能生成。**积分已退回。`/jobs retry` 可再次提交。
help-problems-refused = **被拒绝了。**服务商会检查图片和文字。换一下再试；被拒绝的不花积分。
help-problems-lost = **没有发布，或被删除了。**`/jobs resend` 可重新发布，不花积分。
help-problems-hold = **被搁置了。**无法确定视频是否在生成。由版主裁定，在此之前你的积分继续预留。
help-problems-else = **其他问题。**请告诉本服务器的版主，并附上卡片上的任务编号。

help-moderators-allowance = `/quota set-default` 设定每位成员可用的积分；例外情况用 `/quota set-role`、`/quota set-member` 和 `/quota grant`
help-moderators-limits = `/settings limits` 设定全体成员合计可用多少、单个视频最多多少
help-moderators-where = `/settings channels`、`/settings roles` 和 `/settings models`：在哪里、由谁、用什么模型生成视频
help-moderators-words = `/settings words` 和 `/settings adult`：可以生成哪些内容
help-moderators-log = `/settings log-channel` 设定在哪里接收举报和待处理事项；`/jobs resolve` 裁定搁置的视频
help-moderators-report = `/quota report` 查看谁用了多少；`/quota block` 禁用成员
help-moderators-status = `/status` 查看整体运行情况，以及哪里卡住了
help-moderators-roles = 版主是拥有“管理服务器”权限的成员；`/settings moderator-roles` 可添加更多身份组。

help-privacy-made = 所有视频都由 AI 生成，并有注明。请不要冒充真实影像。
help-privacy-rights = 只使用你有权使用的图片；使用他人的面孔须经本人同意。
help-privacy-report = 视频有害？点击下方的**{ $button }**。本服务器的版主会看到，并可以删除。
help-privacy-stored = 图片和提示词会发送给生成视频的服务商。机器人会保存它们和花费，并在一段时间内保存视频。
help-privacy-own = `/mydata export` 获取与你有关的全部数据，`/mydata delete` 将其清除。
