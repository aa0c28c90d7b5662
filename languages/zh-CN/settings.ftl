# `/settings`：服务器的设置、词库，以及更改时的提示。

settings-title = 本服务器的设置

settings-section-credits = 积分
settings-section-time = 时间
settings-section-at-once = 同时进行
settings-section-who-and-where = 谁可以用、在哪里用
settings-section-what = 内容
settings-section-moderators = 版主

settings-line = { $name }：**{ $value }**
settings-line-deleted = { $name }：**已删除**
settings-line-all-deleted = { $name }：**{ $deleted } 项已删除**
settings-line-some-deleted = { $name }：**{ $value }**，另有 { $deleted } 项已删除

settings-allowance-day = 每天 { $allowance }
settings-allowance-week = 每周 { $allowance }
settings-allowance-month = 每月 { $allowance }
settings-words = { $words } 个词

settings-gone-channels = 因此哪里都不能生成视频：请添加频道，或清空列表。
settings-gone-roles = 因此谁都不能生成视频：请添加身份组，或清空列表。
settings-gone-models = 因此无法生成任何视频：请添加模型，或清空列表。

settings-no-words = 无。
settings-no-adult-words = 仅内置词。

settings-hidden-commands = 没有“管理服务器”权限的成员在 Discord 中看不到版主命令。拥有“管理员”权限的成员可在“服务器设置 > 整合”中对这些身份组开放。

settings-nothing-usable = 按这些设置，没有任何模型可以生成视频：所有 `/animate` 都会被拒绝。
settings-all-too-dear = 没有这么便宜的视频：最便宜的是 { $cheapest }，所以所有 `/animate` 都会被拒绝。
settings-pool-too-small = 全体成员合计的积分不够生成任何视频：最便宜的是 { $cheapest }，所以所有 `/animate` 都会被拒绝。
settings-grants-only = 只靠这些积分不够生成任何视频：最便宜的是 { $cheapest }。
settings-provider-off = 机器人的运营者目前没有开启 { $provider }。

settings-set-and-lift = `{ $limit }` 不能同时设定和解除。
settings-no-limit-named = 请至少填写一项上限，或用 `解除` 指定一项。
settings-no-window-named = 请填写 `周期`、`时区`，或两者都填。
settings-no-model = 没有模型“{ $typed }”。
settings-did-you-mean = 你要找的是 { $names } 吗？
settings-see-models = 参见 `/models`。
settings-no-zone = 没有时区“{ $typed }”。
settings-zone-form = 请使用 Asia/Shanghai 或 Europe/Berlin 这样的名称。
settings-clear-alone = `清空` 会去掉全部；请不要填 `{ $option }`，或改用 `移除`。
settings-tidy-alone = `整理` 会去掉已不存在的；请不要填 `{ $option }`，或改用 `移除`。
settings-name-to-add = 请填写要添加的 `{ $option }`。
settings-name-to-remove = 请填写要移除的 `{ $option }`。
settings-nothing-known = Discord 还没有告诉机器人本服务器有什么。请一分钟后再试。
settings-not-everyone = 不能选择 @everyone：请选择只有部分成员拥有的身份组，或 `清空` 列表。
settings-missing-permissions = 机器人在 { $channel } 缺少权限：{ $permissions }。
settings-give-permissions = 请在那里为机器人开启这些权限，或选择其他频道。

settings-full-channels = 最多列出 { $most } 个频道，现有 { $now } 个。
settings-full-roles = 最多列出 { $most } 个身份组，现有 { $now } 个。
settings-full-models = 最多列出 { $most } 个模型，现有 { $now } 个。
settings-full-providers = 最多列出 { $most } 个服务商，现有 { $now } 个。
settings-full-words = 最多列出 { $most } 个词，现有 { $now } 个。
settings-all-exist-channels = 无需整理：列出的频道都存在。
settings-all-exist-roles = 无需整理：列出的身份组都存在。
settings-all-exist-models = 无需整理：列出的模型都存在。
settings-none-exists-channels = 列出的频道都已不存在；列表为空时，所有频道都可用。
settings-none-exists-roles = 列出的身份组都已不存在；列表为空时，所有身份组都可用。
settings-none-exists-models = 列出的模型都已不存在；列表为空时，所有模型都可用。
settings-add-or-clear = 请先 `添加` 一个可用的，或 `清空` 列表。
settings-all-allowed-channels = 现在所有频道都可用。添加可用的频道后，其他频道就不可用了。
settings-all-allowed-roles = 现在所有身份组都可用。添加可用的身份组后，其他身份组就不可用了。
settings-all-allowed-models = 现在所有模型都可用。添加可用的模型后，其他模型就不可用了。
settings-all-allowed-providers = 现在所有服务商都可用。添加可用的服务商后，其他服务商就不可用了。
settings-none-left-channels = 这样列表会变空，所有频道就都可用了。如果确实想这样，请用 `清空`。
settings-none-left-roles = 这样列表会变空，所有身份组就都可用了。如果确实想这样，请用 `清空`。
settings-none-left-models = 这样列表会变空，所有模型就都可用了。如果确实想这样，请用 `清空`。
settings-none-left-providers = 这样列表会变空，所有服务商就都可用了。如果确实想这样，请用 `清空`。

settings-word-too-long = 每个词最多 { $most } 个字符；“{ $word }…”有 { $length } 个。
settings-word-not-findable = “{ $word }”没有可在提示词中查找的内容。
settings-no-word-named = 请填写一个或多个词，用逗号分隔。
