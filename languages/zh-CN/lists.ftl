# 多条消息共用的部分。
#
# 用词：job 任务（面向成员时多称“视频”）· provider task 服务商任务 · order 提交 · make 生成 · hand over 转交 · post 发布 ·
# card 卡片 · credits 积分 · allowance 额度 · quota 配额 · granted credits 额外积分 · grant 发放 · give 赠送 ·
# take back 收回 · set aside 预留 · go back 退回 · charge 扣积分 · pool 总额度（全体成员合计）· window/period 周期 ·
# renew 刷新 · reset 重置 · ledger 流水 · moderator 版主 · operator 运营者 · provider 服务商 · queue 排队 · on hold 搁置 ·
# resolve 裁定 · block 禁用 · unblock 解禁 · erase 清除 · delete 删除 · report (flag) 举报 · thread 子区 · role 身份组 ·
# prompt 提示词 · end picture 尾帧 · camera move 运镜 · motion brush 运动笔刷 · mask 蒙版 · voices 音色

range = { $first } 至 { $last }

credits-count = { $credits } 积分

minutes-count = { $minutes } 分钟

moment-utc = { $day } { $time } UTC

lists-separator = 、

lists-and-more = { $things }，另有 { $more } 项

lists-more = 另有 { $more } 项

seconds-count = { $seconds } 秒

hours-count = { $hours } 小时
