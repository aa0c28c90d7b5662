# 谁改了什么：操作确认、服务器的日志频道和变更记录。

changes-about = { $title }：{ $whom }
changes-title-settings = 设置已更改
changes-title-set-default = 所有人的额度已更改
changes-title-set-member = 成员额度已更改
changes-title-set-role = 身份组额度已更改
changes-title-grant = 已发放积分
changes-title-take-back = 已收回积分
changes-title-give = 已赠送积分
changes-title-reset = 额度已重置
changes-title-block = 成员已禁用
changes-title-unblock = 成员已解禁
changes-title-cancel = 视频已取消
changes-title-uncertain = 有视频被搁置
changes-title-late = 有视频耗时过长
changes-title-resolve = 搁置的视频已裁定
changes-title-delete = 视频已删除
changes-title-flag = 视频被举报

changes-history = 变更记录
changes-history-empty = 还没有记录。
changes-nothing = 没有变化
changes-no-difference = 前后没有差别

changes-name-allowance = 额度
    .inside = 额度
changes-name-pool = 全体成员合计
    .inside = 全体成员合计
changes-name-period = 周期
    .inside = 周期
changes-name-time-zone = 时区
    .inside = 时区
changes-name-most-credits = 单个视频上限
    .inside = 单个视频上限
changes-name-member-running = 每位成员同时进行的视频
    .inside = 每位成员同时进行的视频
changes-name-server-running = 全服务器同时进行的视频
    .inside = 全服务器同时进行的视频
changes-name-cooldown = 两次提交的间隔
    .inside = 两次提交的间隔
changes-name-confirm-percent = 生成前需确认的视频
    .inside = 生成前需确认的视频
changes-name-giving = 成员可以赠送积分
    .inside = 成员可以赠送积分
changes-name-place = 视频发布位置
    .inside = 视频发布位置
changes-name-language = 语言
    .inside = 语言
changes-name-adult = 成人内容
    .inside = 成人内容
changes-name-log-channel-id = 日志频道
    .inside = 日志频道
changes-name-channels = 可生成视频的频道
    .inside = 可生成视频的频道
changes-name-roles = 可生成视频的身份组
    .inside = 可生成视频的身份组
changes-name-moderator-roles = 版主身份组
    .inside = 版主身份组
changes-name-models = 模型
    .inside = 模型
changes-name-providers = 服务商
    .inside = 服务商
changes-name-words = 违禁词
    .inside = 违禁词
changes-name-adult-words = 成人词
    .inside = 成人词
changes-name-left = 剩余的额外积分
    .inside = 剩余的额外积分
changes-name-giver-left = 赠送者剩余的额外积分
    .inside = 赠送者剩余的额外积分
changes-name-used = 已用额度
    .inside = 已用额度
changes-name-state = 视频
    .inside = 视频
changes-name-task = 服务商任务
    .inside = 服务商任务
changes-name-flags = 举报次数
    .inside = 举报次数

changes-line = { $name }：{ $before } → **{ $after }**
changes-added = { $name }：添加 { $added }；**{ $now }**
changes-removed = { $name }：移除 { $removed }；**{ $now }**
changes-added-removed = { $name }：添加 { $added }，移除 { $removed }；**{ $now }**
changes-now = 现有 { $number } 项

changes-so-already = 原本就是这样（{ $name }：{ $value }）。
changes-so-already-block = 原本就是这样：{ $state }。
changes-so-already-alone = 原本就是这样。

changes-empty-channels = 全部
changes-empty-roles = 所有人
changes-empty-moderator-roles = 仅限拥有“管理服务器”权限的成员
changes-empty-models = 全部
changes-empty-providers = 全部
changes-empty-words = 无
changes-empty-adult-words = 仅内置词

changes-limit-none = 未单独设定
changes-limit-unlimited = 不限
changes-limit-forbidden = 禁止
changes-number = { $number }
changes-no-wait = 无
changes-share = 达到每周期积分的 { $percent }%
changes-share-never = 从不确认
changes-yes = 是
changes-no = 否
changes-period-day = 每天
changes-period-week = 每周
changes-period-month = 每月
changes-place-thread = 卡片下的子区
changes-place-member = 每位成员一个子区
changes-place-channel = 频道内
changes-language-auto = 与本服务器的 Discord 设置一致
changes-adult-forbidden = 一律禁止
changes-adult-age-restricted = 仅限年龄限制频道
changes-no-channel = 无
changes-no-task = 未知

changes-may-order = 可以生成视频
changes-blocked-until = 禁用至 { $moment }（{ $countdown }）
changes-blocked = 禁用，直到版主解禁
changes-reasons = 成员看到的原因：{ $before } → **{ $after }**

changes-grant-until = 这些积分将于 { $moment } 失效（{ $countdown }）。
changes-grant-endless = 这些积分永不失效。

changes-by = { $actor }，{ $moment }
changes-by-bot = 机器人自动执行，{ $moment }
changes-change = 变更 { $change }
changes-job = 任务 { $job }
changes-reason = 原因：{ $reason }

changes-remark-uncertain = 服务商可能在生成，也可能没有，并且没有说明，因此不会重复发送。积分继续预留，直到版主用 `/jobs resolve` 裁定：**attach** 关联服务商显示的任务，**release** 退回积分，或 **again** 重新发送（如果服务商其实已经收到，就要付两次钱）。
changes-remark-late = 机器人会继续跟进，视频完成后立即发布。在此之前积分继续预留；版主可用 `/jobs resolve` 的 **release** 放弃它。

changes-follows-running = 从现在起跟进这个服务商任务，视频完成后发布。
changes-follows-failed = 积分已退回。即使视频之后完成，也不会发布。
changes-follows-queued = 视频重新排队，使用已预留的积分。

changes-because-role-deleted = 身份组已被删除
