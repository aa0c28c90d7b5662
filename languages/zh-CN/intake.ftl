# 无法受理的原因。

intake-prompt-too-long = 提示词有 { $length } 个字符，最多 { $limit } 个。
intake-negative-prompt-too-long = 负面提示词有 { $length } 个字符，最多 { $limit } 个。
intake-only-one = 以下选项一次只能用一个：{ $options }。
intake-camera-missing = 使用 `运镜幅度` 需要先选 `运镜`。
intake-camera-value-extra = 运镜“{ $camera }”不能设 `运镜幅度`。
intake-camera-value-missing = 运镜“{ $camera }”需要设 `运镜幅度`：-10 至 10，不能为 0。
intake-too-many-areas = 最多 { $most } 个区域可以移动，现在有 { $areas } 个。
intake-path-length = 区域 { $area } 的路径有 { $points } 个点，应为 2 至 77 个。
intake-too-many-voices = 最多 2 种音色，现在有 { $voices } 种。
intake-voices-need-sound = 使用 `音色` 需要开启 `声音`。
intake-voice-missing = 提示词用到了第 { $voice } 种音色，但 `音色` 里只有 { $voices } 种。

intake-option-duration = 时长必须是 3 至 15 的整数秒。
intake-option-mode = 模式只能是：{ $choices }。
intake-option-cfg-scale = `贴合度` 必须是 0 至 1 的数字。
intake-option-camera = 运镜只能是：{ $choices }。
intake-option-camera-value = `运镜幅度` 必须是 -10 至 10 的数字。
intake-option-aspect-ratio = 宽高比只能是：{ $choices }。
intake-option-wrong = `{ $option }`：{ $reason }。

intake-no-model = 目前没有本服务器允许的可用模型，请告诉版主。
intake-word = 提示词含有本服务器不允许的词。
intake-adult = 提示词含有成人词，本服务器不允许。
intake-adult-elsewhere = 提示词含有成人词，本服务器只允许在年龄限制频道中使用。
intake-picture-too-heavy = 图片太大：{ NUMBER($size, minimumFractionDigits: 1) } MB，最大 { $most } MB。
