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

# A moderator's command that cannot be done as it was sent. Names of options and choices stand between ` `.
settings-set-and-lift = `{ $limit }` cannot be set and lifted at once.
settings-no-limit-named = Name at least one limit, or one to `lift`.
settings-no-window-named = Name a `period`, a `time_zone`, or both.
settings-no-model = There is no model “{ $typed }”.
# $names is a list: "a, b or c".
settings-did-you-mean = Did you mean { $names }?
settings-see-models = See `/models`.
settings-no-zone = There is no time zone “{ $typed }”.
settings-zone-form = Use a name like Europe/Berlin or America/New_York.
settings-clear-alone = `clear` forgets all; leave `{ $option }` out, or use `remove`.
settings-tidy-alone = `tidy` removes what exists no longer; leave `{ $option }` out, or use `remove`.
settings-name-to-add = Name the `{ $option }` to add.
settings-name-to-remove = Name the `{ $option }` to remove.
settings-nothing-known = Discord has not told the bot yet what there is on this server. Try again in a minute.
settings-not-everyone = @everyone is no choice: name a role that only some members have, or `clear` the list.
# $permissions is a list of permission-… in answers.ftl.
settings-missing-permissions = In { $channel } the bot is missing: { $permissions }.
settings-give-permissions = Give it these permissions there, or choose another channel.

settings-full-channels = At most { $most } channels can be listed; { $now } are now.
settings-full-roles = At most { $most } roles can be listed; { $now } are now.
settings-full-models = At most { $most } models can be listed; { $now } are now.
settings-full-providers = At most { $most } providers can be listed; { $now } are now.
settings-full-words = At most { $most } words can be listed; { $now } are now.
settings-all-exist-channels = There is nothing to tidy: all channels that are listed exist.
settings-all-exist-roles = There is nothing to tidy: all roles that are listed exist.
settings-all-exist-models = There is nothing to tidy: all models that are listed exist.
settings-none-exists-channels = None of the listed channels exists any more, and with none listed all are allowed.
settings-none-exists-roles = None of the listed roles exists any more, and with none listed all are allowed.
settings-none-exists-models = None of the listed models exists any more, and with none listed all are allowed.
settings-add-or-clear = `add` one that may be used first, or `clear` the list.
settings-all-allowed-channels = All channels are allowed now. Add those that may be used: the others then may not.
settings-all-allowed-roles = All roles are allowed now. Add those that may be used: the others then may not.
settings-all-allowed-models = All models are allowed now. Add those that may be used: the others then may not.
settings-all-allowed-providers = All providers are allowed now. Add those that may be used: the others then may not.
settings-none-left-channels = This would leave none, and then all channels are allowed. Use `clear` if you want that.
settings-none-left-roles = This would leave none, and then all roles are allowed. Use `clear` if you want that.
settings-none-left-models = This would leave none, and then all models are allowed. Use `clear` if you want that.
settings-none-left-providers = This would leave none, and then all providers are allowed. Use `clear` if you want that.

settings-word-too-long = A word has at most { $most } characters; “{ $word }…” has { $length }.
settings-word-not-findable = “{ $word }” has nothing that could be found in a prompt.
settings-no-word-named = Name one word or several, separated by commas.
