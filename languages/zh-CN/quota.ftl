# 积分：某人有多少、服务器允许多少、用在了哪里，以及为什么不能提交。

quota-yours = 你的积分
quota-newest = 最近的视频
quota-not-charged = 没能生成的视频不扣积分。价格：`/models`
quota-of-member = { $member } 的积分
quota-every-entry = 全部流水：`/quota history`

quota-of-role = { $role } 的额度
quota-each = 每位成员：{ $allowance }
quota-none-of-its-own = 没有单独设定。所有人：{ $allowance }。
quota-which-counts = 有多个身份组时，取最高的额度。成员自己的额度优先于任何身份组。

quota-of-server = 本服务器的配额
quota-renews = { $countdown } 刷新（{ $moment }）。
quota-together = 全体成员合计
quota-granted-left = 剩余的额外积分：**{ $credits }**
quota-roles = 身份组
quota-members = 成员
quota-blocked = 已禁用
quota-holder = { $holder }：{ $allowance }
quota-blocked-until = { $member }，至 { $until }：{ $reason }
quota-blocked-endless = { $member }：{ $reason }
quota-somebody = 某位成员的积分：`/quota show` 的 `成员` · 上限：`/settings show`
quota-pool-used = 已用：**{ $used }** · { $allowance }
quota-left-of = 还剩 **{ $left }** / { $limit }

quota-ledger-of = { $member } 的流水
quota-ledger = 全体成员的流水
quota-ledger-empty = 还没有记录。
quota-entry-whose = { $member }：{ $what }
quota-entry-given-by = **+{ $credits }** 由 { $partner } 赠送
quota-entry-granted = **+{ $credits }** 发放
quota-entry-reserved = **{ $credits }** 预留
quota-entry-spent = **{ $credits }** 已用
quota-entry-released = **{ $credits }** 退回
quota-entry-reset = **+{ $credits }** 因重置恢复
quota-entry-carried = **{ $credits }** 此前已用
quota-entry-given-to = **−{ $credits }** 赠送给 { $partner }
quota-entry-taken-back = **−{ $credits }** 收回
quota-entry-reason = “{ $reason }”
quota-entry-cheaper = 另一服务商生成所需的积分更少
quota-entry-grant = 来自第 { $grant } 笔额外积分
quota-entry-allowance = 来自额度
quota-entry-by = 操作者 { $actor }
quota-entry-job = 任务 { $job }
quota-entry-number = 流水 { $entry }

quota-given = 已赠送 { $credits }
quota-given-left = 送给 { $member }。你的额外积分还剩 **{ $after }**，原有 { $before }。

# 接在“你的积分：”之后。
quota-has-no-limit = 不限
quota-has-no-allowance = 没有额度
quota-has = 还剩 **{ $left }** / { $limit }，到 { $until } 为止
quota-has-granted = 还剩 **{ $left }** / { $limit }，到 { $until } 为止，另有额外积分 **{ $granted }**

quota-unlimited = **不限**
quota-forbidden-you = **无：**你不能在这里生成视频
quota-forbidden-they = **无：**该成员不能在这里生成视频
quota-spent = 已用：{ $spent } · 进行中：{ $held }
quota-pool-left = 全体成员合计：**还剩 { $left }**
quota-pool = 全体成员合计：**{ $allowance }**
quota-block-you = 你已被禁用，直到版主解禁：{ $reason }
quota-block-they = 该成员已被禁用，直到版主解禁：{ $reason }
quota-block-until-you = 你已被禁用，{ $countdown } 解禁（{ $moment }）：{ $reason }
quota-block-until-they = 该成员已被禁用，{ $countdown } 解禁（{ $moment }）：{ $reason }
quota-source-member-you = 为你单独设定的额度
quota-source-member-they = 为该成员单独设定的额度
quota-source-role-you = { $role } 的额度，你的身份组中最高的
quota-source-role-they = { $role } 的额度，该成员的身份组中最高的
quota-source-server = 本服务器所有人的额度
quota-grants = **额外积分 +{ $granted }**，额度用完后使用
quota-grants-unusable = **额外积分 +{ $granted }**，禁止生成视频期间无法使用
quota-grant-until = **{ $left }**，至 { $until }
quota-grant-endless = **{ $left }**，永不失效
quota-grant-for = { $grant }：{ $reason }
quota-more-grants = 另有 { $more } 笔额外积分

quota-limits = 本服务器：{ $limits }。
quota-limit-member = 你最多同时进行 { $videos } 个视频
quota-limit-server = 全体成员最多同时进行 { $videos } 个视频
quota-limit-cooldown = 两次提交间隔 { $wait }
quota-limit-price = 单个视频最多 { $credits }

quota-no-limit = 不限
quota-no-videos = 不能生成视频
quota-per-day = 每天 **{ $allowance }**
quota-per-week = 每周 **{ $allowance }**
quota-per-month = 每月 **{ $allowance }**

quota-ask = **没有扣积分。**版主可以更改。
quota-wait = **没有扣积分。**到时候再发送命令即可。

quota-not-enough = 积分不足
quota-price = 这个视频需要 **{ $credits }**。
quota-cheaper = **没有扣积分。**更短的视频或 `std` 模式可能更便宜，参见 `/models`。
quota-cheaper-or-ask = **没有扣积分。**更短的视频或 `std` 模式可能更便宜，参见 `/models`。版主可以更改上限。
quota-short-member = 你还剩 **{ $left }**，差 { $missing }。
quota-short-server = 本服务器全体成员合计还剩 **{ $left }**，差 { $missing }。
quota-short-operator = 机器人用于所有服务器的预算还剩 **{ $left }**，差 { $missing }。
quota-enough-again = { $countdown } 就够了（{ $moment }）。
quota-never-member = 等待也没有用：即使积分刷新，你也不会一次有这么多。
quota-never-server = 等待也没有用：这超过了全体成员合计的总额度。
quota-never-operator = 等待也没有用：这超过了整个月的预算。

quota-too-many = 同时进行的视频太多
quota-too-many-member = 你有 { $most } 个视频在进行中，已达到本服务器的上限。
quota-too-many-server = 本服务器的成员共有 { $most } 个视频在进行中，已达到本服务器的上限。
quota-next-ready = 下一个预计 { $countdown } 完成（{ $moment }）。
quota-not-now = 暂时不行
quota-takes-none = 本服务器目前不接受新视频。

quota-too-soon = 稍等一下
quota-cooling-down = 本服务器要求两次提交之间有间隔。你 { $countdown } 可以再次提交（{ $moment }）。

quota-you-are-blocked = 你已被禁用
quota-you-are-blocked-until = 版主禁止你生成视频，{ $countdown } 解禁（{ $moment }）。
quota-you-are-blocked-endless = 版主禁止你生成视频，没有结束时间。

quota-not-permitted = 本服务器不允许这样做
quota-only-allowance = 你的额度不允许生成任何视频，额外积分也不能用。
quota-only-role = 拥有以下任一身份组才能生成视频：{ $allowed }。
quota-only-channel = 可以在这些频道生成视频：{ $allowed }。
quota-only-model = 这里可以使用的模型：{ $allowed }。
quota-only-provider = 这里由以下服务商生成视频：{ $allowed }。
quota-only-free = 这里的视频不能花费积分。
quota-only-price = 单个视频最多花费 { $credits }。

quota-not-given = 未赠送
quota-not-moved = **积分没有变动。**
quota-giving-off = 本服务器不允许成员赠送积分。版主可以更改。
quota-give-at-most = 你最多可以赠送 **{ $credits }**：只能赠送发放给你的额外积分，额度和已预留的积分不能赠送。

quota-member-or-role = `成员` 和 `身份组` 只能选一个。
quota-zero = 0 积分不会带来变化。大于 0 为发放，小于 0 为收回。
quota-no-until = 收回积分时不能设 `截止`。
quota-take-back-at-most = { $member } 的额外积分只剩 { $left } 可以收回。
quota-no-bots = 机器人账号不生成视频，也没有积分。请选择真人成员。
quota-not-everyone = 所有人的额度请用 `/quota set-default` 设定。
quota-credits-or-word = `积分` 和 `特殊值` 请选其中一个。

quota-until-unreadable = 无法识别 `截止`。
quota-until-forms = 请写日期（如 `2026-12-24`）、时间（如 `2026-12-24 18:00`）或时长（如 `3 days`、`2w`）。
quota-until-past = `截止` 已经过去。
quota-until-zone = 时间以本服务器的时区 { $zone } 为准。
quota-until-far = `截止` 在十年以后，太远了。
quota-until-no-end = 如果没有结束时间，请留空。

quota-give-yourself = 这些积分本来就是你的。请选择其他成员。
quota-give-bot = 机器人账号不生成视频。请选择真人成员。
quota-give-nobody = 该用户不是本服务器的成员。
