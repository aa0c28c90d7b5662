# 如何开始一个视频：建议、选项表单，以及需要先调整的图片。

start-model-line = { $model } · { $lengths } 秒 · { $price }起
start-model-line-with = { $model } · { $extras }

start-can-end-image = 尾帧
start-can-camera = 运镜
start-can-brush = 笔刷
start-can-sound = 声音
start-can-voices = 音色

start-form = 让图片动起来
start-form-picture = 哪张图片？
start-form-prompt = 视频里要发生什么？
start-form-model = 模型
start-form-model-about = 每个选项都写明了它支持的功能。
start-form-shape = 画质和时长
start-form-shape-about = 每个选项都写明了各模型的价格，以积分计。
start-form-negative = 视频里不要出现什么？
start-form-more = 更多选项
start-form-more-about = 写法如 { $example }

start-form-change = 修改
start-over-forgotten = 这个表单太旧，无法再次显示。请用 `/animate` 重新开始。

start-over = 这个表单已失效
start-over-why = 它打开得太久，或者机器人在此期间重启过。请重新打开表单；你写的内容可以从这里复制。

start-picture = { $number }：{ $name }
start-shape = { $mode }，{ $seconds } 秒
start-price-with = { $model }：{ $price }

start-yes = 是
start-no = 否

start-line-unreadable = “{ $words }”不是选项。每个选项请写成 `{ $example }` 这样，中间用空格隔开。
start-line-unknown = 这里没有选项 `{ $option }`。可用的有：{ $options }。
start-line-twice = `{ $option }` 出现了两次。
start-line-yes-no = `{ $option }` 只能是“{ $yes }”或“{ $no }”。

start-no-picture = 没有图片
start-no-picture-here = 这条消息本身没有图片。请选择有图片的消息，或把图片附在 `/animate` 上。
start-linked-too-heavy = 链接中的图片太大，最大 { $most } MB。
start-nothing = **没有提交任何视频。**

start-fit = 图片需要调整
start-fit-enlarged = 为此需要放大，视频可能会模糊。
start-fit-lightened = 为此会重新保存成更小的文件。
start-fit-choose = 可以这样使用：
start-fit-once = 将会这样使用：
start-fit-crop = 裁剪
start-fit-pad = 补边
start-fit-only = 就这样用
start-fit-crop-about = 只用中间部分。
start-fit-pad-about = 保留整张图片，两侧加模糊边。
start-fit-way = **{ $label }**：{ $about }
start-fit-crop-seen = 调整后的图片，过长的部分已裁掉
start-fit-pad-seen = 整张图片，两侧是模糊边
start-fit-price = 这个视频需要 { $price }。
start-fit-not-with-brush = 使用运动笔刷时无法调整图片，否则蒙版和路径就对不上了。
