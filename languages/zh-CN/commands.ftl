# 命令、选项和可选值的名称与说明。

command-animate = 图生视频
    .description = 把图片变成短视频

menu-animate-image = 让图片动起来

command-models = 模型
    .description = 有哪些模型、各有什么功能、视频多少积分

command-help = 帮助
    .description = 如何把图片变成视频

command-status = 状态
    .description = 整体运行情况，以及哪里卡住了

command-mydata = 我的数据
    .description = 保存了哪些与你有关的数据

command-mydata-export = 导出
    .description = 以文件形式获取与你有关的全部数据

command-mydata-delete = 清除
    .description = 清除与你有关的全部数据；会先询问

command-jobs = 任务
    .description = 你的视频

command-jobs-list = 列表
    .description = 你的视频：进度和位置

command-jobs-show = 查看
    .description = 一个视频的全部信息

command-jobs-cancel = 取消
    .description = 撤回仍在排队的视频

command-jobs-retry = 重做
    .description = 用相同的图片和选项再次提交

command-jobs-resend = 重发
    .description = 重新发布未能发布或已被删除的视频

command-jobs-resolve = 裁定
    .description = 版主：裁定搁置的视频

command-usage = 积分
    .description = 你的积分

command-usage-show = 查看
    .description = 还剩多少积分、何时刷新、用在了哪里

command-usage-give = 赠送
    .description = 把你的额外积分赠送给其他成员

command-quota = 配额
    .description = 成员可以使用多少积分

command-quota-show = 查看
    .description = 服务器、某位成员或某个身份组的配额

command-quota-grant = 发放
    .description = 给成员发放额外积分，额度用完后使用

command-quota-set-member = 成员额度
    .description = 为成员单独设定额度

command-quota-set-role = 身份组额度
    .description = 为某个身份组的所有成员设定额度

command-quota-set-default = 默认额度
    .description = 没有其他额度的成员可以使用多少积分

command-quota-reset = 重置
    .description = 把成员当前额度的已用部分清零

command-quota-block = 禁用
    .description = 禁止成员生成视频；进行中的视频照常完成

command-quota-unblock = 解禁
    .description = 让被禁用的成员重新生成视频

command-quota-report = 报告
    .description = 一段时间内的积分、视频和等待时间，含图表和表格

command-quota-history = 流水
    .description = 全部积分流水，从新到旧

command-settings = 设置
    .description = 本服务器如何使用机器人

command-settings-show = 查看
    .description = 本服务器的全部设置

command-settings-channels = 频道
    .description = 可生成视频的频道；未列出任何频道时全部可用

command-settings-roles = 身份组
    .description = 可生成视频的身份组；未列出任何身份组时所有人可用

command-settings-moderator-roles = 版主身份组
    .description = 可使用本机器人版主命令的身份组

command-settings-models = 模型
    .description = 可使用的模型；未列出任何模型时全部可用

command-settings-providers = 服务商
    .description = 可生成视频的服务商；未列出任何服务商时全部可用

command-settings-limits = 上限
    .description = 可以花多少积分、同时进行多少视频

command-settings-window = 周期
    .description = 额度何时刷新

command-settings-log-channel = 日志频道
    .description = 版主的变更发布到哪里

command-settings-words = 词库
    .description = 提示词不能包含的词，以及视为成人内容的词

command-settings-adult = 成人内容
    .description = 哪里接受含成人词的提示词

command-settings-place = 发布位置
    .description = 视频发布到哪里

command-settings-language = 语言
    .description = 机器人发帖使用的语言

command-settings-giving = 赠送
    .description = 成员之间能否赠送额外积分

command-settings-history = 记录
    .description = 谁改了什么、为什么

option-image = 图片
    .about-animate = 起始图片

option-prompt = 提示词
    .about-animate = 视频里要发生什么

option-negative-prompt = 负面提示词
    .about-animate = 视频里不要出现什么

option-model = 模型
    .about-animate = 用哪个模型；参见 /models
    .about-settings-models = 参见 /models

option-duration = 时长
    .about-animate = 秒数；多数模型为 5 或 10

option-mode = 模式
    .about-animate = 画质；不选则用最便宜的

option-cfg-scale = 贴合度
    .about-animate = 与提示词的贴合程度：0 自由发挥，1 严格遵循

option-end-image = 尾帧
    .about-animate = 视频结束时的图片

option-camera = 运镜
    .about-animate = 镜头如何运动

option-camera-value = 运镜幅度
    .about-animate = 运动幅度，-10 至 10；固定运镜不适用

option-aspect-ratio = 宽高比
    .about-animate = 视频的宽高比

option-sound = 声音
    .about-animate = 同时生成声音

option-voices = 音色
    .about-animate = 最多 2 个音色 ID，用逗号分隔；在提示词中以 <<<voice_1>>> 引用

option-static-mask = 静态蒙版
    .about-animate = 与图片比例相同，不许动的区域为白色

option-motion = 运动轨迹
    .about-animate = 区域及其运动路径，JSON 格式；参见 /help

option-watermark = 水印
    .about-animate = 带服务商的水印

option-provider = 服务商
    .about-animate = 由谁生成；不选则用最便宜的
    .about-settings-providers = 由谁生成视频

option-state = 状态
    .about-jobs-list = 只看处于此状态的

option-job = 任务
    .about-jobs = 哪个视频；编号在卡片上

option-outcome = 处理方式
    .about-jobs-resolve = 如何处理这个视频

option-task = 服务商任务
    .about-jobs-resolve = 选 attach 时填写：服务商的任务 ID

option-reason = 原因
    .about-jobs-resolve = 为什么；与裁定一起保存
    .about-quota = 为什么；与变更一起保存
    .about-quota-block = 为什么；该成员会看到
    .about-usage-give = 为什么；与赠送一起保存

option-member = 成员
    .about-usage-give = 送给谁
    .about-quota-show = 查看谁的积分
    .about-quota-grant = 发给谁
    .about-quota-set-member = 谁的额度
    .about-quota-reset = 恢复谁的额度
    .about-quota-block = 哪位成员
    .about-quota-history = 谁的流水；不选则为全体成员

option-role = 身份组
    .about-quota-show = 查看哪个身份组的额度
    .about-quota-set-role = 哪个身份组的额度
    .about-settings-roles = 身份组；有其中一个即可
    .about-settings-moderator-roles = 版主的身份组

option-credits = 积分
    .about-usage-give = 多少积分
    .about-quota = 每个周期的积分；也可改选特殊值
    .about-quota-grant = 多少积分；小于 0 则收回额外积分

option-word = 特殊值
    .about-quota-set-member = 默认：重新采用身份组或服务器的额度
    .about-quota-set-role = 默认：该身份组不再单独设定
    .about-quota-set-default = 代替积分数

option-until = 截止
    .about-quota = 何时结束，按服务器时区：2026-12-24、2026-12-24 18:00、3 days 或 2w

option-period = 周期
    .about-quota-report = 按服务器时区的日期
    .about-settings-window = 额度的周期多长；每周从周一开始

option-time-zone = 时区
    .about-settings-window = 例如 Asia/Shanghai

option-action = 操作
    .about-settings = 添加、移除、清空，或整理：去掉已不存在的
    .about-settings-providers = 添加、移除或清空
    .about-settings-words = 如何处理词库

option-channel = 频道
    .about-settings-channels = 频道（含其子区）或类别（含其频道）
    .about-settings-log-channel = 机器人可以发消息的频道；不选则关闭

option-pool = 总额度
    .about-settings-limits = 每个周期全体成员合计的积分

option-most-credits = 单个上限
    .about-settings-limits = 单个视频最多花费的积分

option-member-running = 成员并行
    .about-settings-limits = 每位成员同时进行的视频数

option-server-running = 服务器并行
    .about-settings-limits = 全服务器同时进行的视频数

option-cooldown = 间隔
    .about-settings-limits = 同一成员两次提交之间的秒数

option-confirm-percent = 确认比例
    .about-settings-limits = 视频花费达到成员积分的这个百分比时先确认；0 为从不确认

option-lift = 解除
    .about-settings-limits = 取消这一项的限制

option-kind = 类型
    .about-settings-words = 一律禁止，或视为成人内容

option-words = 词语
    .about-settings-words = 一个或多个词，用逗号分隔

option-where = 位置
    .about-settings-adult = 内置词和本服务器的词都视为成人词；参见 /settings words
    .about-settings-place = 每张卡片下的子区、每位成员一个子区，或直接发到频道

option-language = 语言
    .about-settings-language = 卡片、视频和日志频道的语言；只有成员本人看到的内容使用其自己的语言

option-allowed = 允许
    .about-settings-giving = 是否开放 /usage give

choice-mode-std = std：快速便宜
choice-mode-pro = pro：画质更好
choice-mode-4k = 4k：最清晰

# 可灵官方的中文运镜名称。
choice-camera-horizontal = 水平运镜
choice-camera-vertical = 垂直运镜
choice-camera-pan = 水平摇镜
choice-camera-tilt = 垂直摇镜
choice-camera-roll = 旋转运镜
choice-camera-zoom = 变焦
choice-camera-down-back = 下移拉远
choice-camera-forward-up = 推进上移
choice-camera-right-turn-forward = 右旋推进
choice-camera-left-turn-forward = 左旋推进

choice-outcome-attach = attach：服务商已建立任务，等它完成
choice-outcome-release = release：退回积分，不要视频
choice-outcome-again = again：重新发送；服务商确定没有任务

choice-word-unlimited = 不限
choice-word-forbidden = 禁止
choice-word-default = 默认

choice-span-today = 今天
choice-span-yesterday = 昨天
choice-span-this-week = 本周
choice-span-last-week = 上周
choice-span-this-month = 本月
choice-span-last-month = 上月
choice-span-7-days = 最近 7 天
choice-span-30-days = 最近 30 天

choice-action-add = 添加
choice-action-remove = 移除
choice-action-clear = 清空
choice-action-tidy = 整理
choice-action-list = 列出

choice-kind-forbidden = 违禁词
choice-kind-adult = 成人词

option-topic = 主题
    .about-help = 你想了解什么
