# 成员自己的数据：/mydata export 和 /mydata delete。

mydata-nobody = 已清除数据的成员

mydata-not-posted = 提交者已清除自己的数据，因此不发布视频。
mydata-not-made = 提交者已清除自己的数据，因此不生成视频。

mydata-packed = 你的数据
mydata-packed-all = 这个文件包含本机器人在所有服务器上保存的与你有关的全部数据。这里的其他人看不到它。
mydata-packed-some = 最旧的 { $left } 张图片放不下，没有收录。
mydata-nothing = 没有保存与你有关的数据。
mydata-too-much = 数据超出了 Discord 单个文件的上限。请向本机器人的运营者索取。
mydata-in-hand = 已经在生成你的文件了，请稍等。

mydata-readme-title = 你在 Stillmotion 的数据
mydata-readme-data = data.json：提到你的所有数据行，按表排列，ID 与 Discord 的写法相同。0 代表其他人。
mydata-readme-ledger = ledger.csv：你的积分的每一次变动，可用电子表格打开。
mydata-readme-pictures = pictures/：你用来生成视频的图片（仍保存着的部分），以视频的编号命名。
mydata-readme-left = 最旧的 { $left } 张图片放不进这个文件。
mydata-readme-videos = 已完成的视频在 Discord 里，不在这里。Discord 未接收的视频可用 /jobs resend 发布。
mydata-readme-delete = 如需清除数据，请用 /mydata delete。
mydata-readme-counts = 内含：{ $videos }，{ $pictures }。

mydata-videos-count = { $videos } 个视频
mydata-pictures-count = { $pictures } 张图片

mydata-question = 要清除你的数据吗？
mydata-what-is-there = 你在 { $servers } 个服务器上共有 { $videos }和 { $pictures }。
mydata-goes = 会清除的
mydata-goes-words = 提示词、图片、草稿，以及机器人仍保存的视频；关于你的原因说明。
mydata-goes-name = 积分流水、变更记录和卡片中你的名字：谁也无法再看出它们属于谁。此操作无法撤销。
mydata-goes-queued = { $videos } 个排队中的视频会被取消。
mydata-goes-being-made = **{ $videos } 个视频正在生成**，无法中止：照常扣积分，但不会发布。如果想要，请等它完成后再清除。
mydata-goes-granted = 发放给你的 { $price }将会失去。
mydata-stays = 会保留的
mydata-stays-posted = Discord 里的消息和子区名称。请先在那里删除你的视频：清除之后只有版主可以删除。
mydata-stays-used = 你已用的额度（仅数字），直到 { $when } 刷新。
mydata-stays-ruled = 版主在 { $servers } 个服务器上对你设定的禁用或较低额度，连同你的 ID，直到版主撤销或到期。
mydata-yes = 全部清除
mydata-no = 保留
mydata-erasing = 正在清除你的数据……
mydata-erased = 你的数据已清除
mydata-erased-cards = 最近的卡片会在几分钟内去掉文字。
mydata-erased-again = 你随时可以继续使用本机器人。
mydata-kept = 没有清除
mydata-of-another = 这是问别人的。你的在 `/mydata delete`。
