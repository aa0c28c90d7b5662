# `/settings`: what a server has set, its lists of words, and what a change should be told with.

settings-title = Settings of this server

# Headings; below each stand settings.
settings-section-credits = Credits
settings-section-time = Time
settings-section-at-once = At once
settings-section-who-and-where = Who and where
settings-section-what = What
settings-section-moderators = Moderators

# $name is a setting (changes-name-… in changes.ftl), $value what it is set to.
settings-line = { $name }: **{ $value }**
# Something that the setting names does not exist any more.
settings-line-deleted = { $name }: **deleted**
settings-line-all-deleted = { $name }: **{ $deleted } deleted**
settings-line-some-deleted = { $name }: **{ $value }**, and { $deleted } deleted

# $allowance is "100 credits".
settings-allowance-day = { $allowance } a day
settings-allowance-week = { $allowance } a week
settings-allowance-month = { $allowance } a month
settings-words = { $words ->
    [one] { $words } word
   *[other] { $words } words
}

# All that a list names was deleted.
settings-gone-channels = So nobody can order anywhere: add a channel, or clear the list.
settings-gone-roles = So nobody can order: add a role, or clear the list.
settings-gone-models = So no video can be made: add a model, or clear the list.

settings-no-words = None.
settings-no-adult-words = Only the built-in ones.

settings-hidden-commands = Discord itself hides moderator commands from members without Manage Server. An administrator can show them to these roles under Server Settings > Integrations.

# $cheapest is "14 credits".
settings-nothing-usable = With these settings no model is left that could make a video: every `/animate` is refused.
settings-all-too-dear = No video costs so little: the cheapest is { $cheapest }, so every `/animate` is refused.
settings-pool-too-small = All members together have too little for any video: the cheapest is { $cheapest }, so every `/animate` is refused.
settings-grants-only = This alone is too little for any video: the cheapest is { $cheapest }.
settings-provider-off = { $provider } is not switched on by the bot's operator at the moment.
