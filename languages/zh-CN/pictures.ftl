# 图片、蒙版或运动笔刷的文本有什么问题。

pictures-named = “{ $name }”
pictures-nameless = 图片

pictures-empty = { $picture }是空的。
pictures-too-heavy = { $picture }太大：{ NUMBER($size, minimumFractionDigits: 1) } MB，最大 { $most } MB。
pictures-not-now = { $picture }暂时无法查看，请一分钟后重发。
pictures-slow = { $picture }打开太慢，请用其他软件另存后再发。
pictures-closed = { $picture }打不开，请用其他软件另存后再发。
pictures-no-picture = { $picture }不是可读取的图片，请发送 { $formats } 文件。
pictures-damaged = { $picture }已损坏或不完整，请重新保存或上传。
pictures-too-many-pixels = { $picture }像素过多，最多 { $most } 百万像素。
pictures-too-big = { $picture }为 { $size } 像素，最多 { $most } 百万像素。
pictures-too-small = { $picture }太小：{ $size } 像素，每边至少 { $least } 像素。
pictures-too-narrow = { $picture }太狭长：长短边比为 { NUMBER($ratio, minimumFractionDigits: 2, maximumFractionDigits: 2) }:1（{ $size } 像素），最多 { $most }:1。
pictures-measurement = { $picture }更像测量数据而不是图片，请另存为 JPG 或 PNG。

pictures-sides = { $width }×{ $height }
pictures-mask-no-picture = 蒙版不是可读取的图片，请发送 JPG 或 PNG 文件。
pictures-mask-not-now = 蒙版暂时无法查看，请一分钟后重发。
pictures-mask-ratio = 蒙版为 { $mask }，图片为 { $picture }，两者比例必须相同。

pictures-motion-outside = `运动轨迹` 的区域 { $area } 在 { $point } 处超出了图片范围；图片为 { $sides }。
pictures-motion-unreadable = 无法读取 `运动轨迹`：{ $problem }。写法：`[{"{"}"area": [[x, y], …], "path": [[x, y], …]{"}"}]`，以左上角为起点的像素坐标。
pictures-motion-json-invalid = { $place }不是 JSON
pictures-motion-missing = 缺少{ $place }
pictures-motion-extra-forbidden = 无法识别{ $place }
pictures-motion-too-short = { $place }有 { $actual_length } 项，至少需要 { $min_length } 项
pictures-motion-too-long = { $place }超过了 { $max_length } 项
pictures-motion-model-type = { $place }必须包含 `area` 和 `path`
pictures-motion-tuple-type = { $place }必须是列表
pictures-motion-no-point = { $place }必须是两个 0 至 { $most } 的整数
pictures-motion-text = 文本
pictures-motion-area = 区域 { $area }
pictures-motion-list = 区域 { $area } 的 `{ $list }`
pictures-motion-point = 区域 { $area } 的 `{ $list }` 第 { $point } 个点
