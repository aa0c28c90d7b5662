# 模型做不到什么，以及怎样才行。

models-option-end-image = 尾帧
models-option-camera = 运镜
models-option-brush = 运动笔刷
models-option-sound = 声音
models-option-voices = 音色
models-option-cfg-scale = `贴合度`
models-option-aspect-ratio = 宽高比
models-option-watermark = 水印

# 组合成“只能用于：时长 5 秒或 pro 模式（无声音）”。
models-place-modes = { $modes } 模式
models-place-seconds = 时长 { $seconds } 秒
models-place-moves = 运镜 { $moves }
models-place-silent = 无声音
models-place-both = { $one }（{ $other }）

models-seconds = { $model } 只能生成 { $seconds } 秒的视频，不支持 { $wanted } 秒。
models-modes = { $model } 只有 { $modes } 模式，没有 { $wanted }。
models-only = { $model } 的{ $option }只能用于：{ $places }。
models-only-elsewhere = { $model } 在 { $providers } 不支持{ $option }，在 { $others } 支持。
models-others-can = { $model } 不支持{ $option }。支持的有：{ $models }。
models-none-can = { $model } 不支持{ $option }，这里也没有支持的模型。
models-needs-prompt = { $model } 必须填 `提示词`。
models-words-too-long = 提示词和负面提示词共 { $length } 个字符，{ $model } 最多接受 { $limit } 个。

models-not-with = { $model } 的 { $mode } 模式 { $seconds } 秒不能搭配{ $options }。
models-not-silent = { $model } 的 { $mode } 模式 { $seconds } 秒不能没有声音。
models-but = { $problem }可以改为：{ $ways }。
models-way = { $mode }（{ $seconds } 秒）
models-way-without = 不用{ $option }

models-unknown = 没有模型“{ $name }”。{ $hint }
models-retired = { $model } 已于 { $date } 被服务商停用。{ $hint }
models-not-offered = 这里不提供 { $model }。{ $hint }
models-meant = 你要找的是 { $models } 吗？
models-there-is = 可用的有：{ $models }。
models-none-on = 目前没有可用的模型。
models-not-made-by = 这里的 { $model } 不由 { $provider } 生成，而由 { $providers } 生成。
models-paused = { $model } 暂时无法生成。{ $hint }
models-these-work = 现在可用：{ $models }。
models-nothing-works = 目前其他模型也不可用。
