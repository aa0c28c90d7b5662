# 生成高价视频前的确认，以及回答之后的内容。

confirm-price-risen = 价格上涨了
confirm-costly = 这个视频花费较高
confirm-left-after = 生成后还剩 **{ $left }** 积分。
confirm-question = 要生成吗？
confirm-ends = 你确认之前不会扣积分。{ $when } 失效。
confirm-make-it = 用 { $price }生成
confirm-leave-it = 不用了

confirm-ordering = 正在提交视频……
confirm-not-ordered = 未提交
confirm-starts-over = **没有扣积分。**可用 `/animate` 重新开始。

confirm-over = 这个确认已失效
confirm-answered-already = 已经回答过，或者等待太久了。
confirm-see-list = 这次点击没有扣积分。`/jobs list` 显示你提交过的视频，`/animate` 可重新开始。
