# What somebody changed: as a confirmation, in the server's log channel and in its history.

# Titles. $title is one of changes-title-…, $whom a member or a role.
changes-about = { $title }: { $whom }
changes-title-settings = Settings changed
changes-title-set-default = Everybody's allowance changed
changes-title-set-member = A member's allowance changed
changes-title-set-role = A role's allowance changed
changes-title-grant = Credits granted
changes-title-take-back = Credits taken back
changes-title-give = Credits given
changes-title-reset = Allowance reset
changes-title-block = Member blocked
changes-title-unblock = Member unblocked
changes-title-cancel = Video cancelled
changes-title-uncertain = A video is on hold
changes-title-late = A video takes far too long
changes-title-resolve = Video on hold decided
changes-title-delete = Video deleted
changes-title-flag = Video reported

changes-history = Changes
changes-history-empty = None yet.
changes-nothing = Nothing changed
changes-no-difference = nothing was different afterwards

# What can change. .inside is the same inside of a sentence: changes-so-already.
changes-name-allowance = Allowance
    .inside = allowance
changes-name-pool = All members together
    .inside = all members together
changes-name-period = Window
    .inside = window
changes-name-time-zone = Time zone
    .inside = time zone
changes-name-most-credits = Most for one video
    .inside = most for one video
changes-name-member-running = Videos on their way, of one member
    .inside = videos on their way, of one member
changes-name-server-running = Videos on their way, on the server
    .inside = videos on their way, on the server
changes-name-cooldown = Wait between two orders
    .inside = wait between two orders
# Its values are changes-share… below.
changes-name-confirm-percent = Asks before a video that costs
    .inside = asks before a video that costs
changes-name-giving = Members may give credits
    .inside = members may give credits
# Its values are changes-place-… below.
changes-name-place = Videos go
    .inside = videos go
changes-name-language = Language
    .inside = language
changes-name-adult = Adult content
    .inside = adult content
changes-name-log-channel-id = Log channel
    .inside = log channel
changes-name-channels = Channels where videos may be ordered
    .inside = channels where videos may be ordered
changes-name-roles = Roles that may order
    .inside = roles that may order
changes-name-moderator-roles = Moderator roles
    .inside = moderator roles
changes-name-models = Models
    .inside = models
changes-name-providers = Providers
    .inside = providers
changes-name-words = Forbidden words
    .inside = forbidden words
changes-name-adult-words = Adult words
    .inside = adult words
changes-name-left = Granted credits left
    .inside = granted credits left
changes-name-giver-left = Granted credits left of the giver
    .inside = granted credits left of the giver
changes-name-used = Used of the allowance
    .inside = used of the allowance
changes-name-state = Video
    .inside = video
changes-name-task = Task at the provider
    .inside = task at the provider
# How often members have reported the video.
changes-name-flags = Reports
    .inside = reports

# $name is one of changes-name-…, $before and $after are values of it.
changes-line = { $name }: { $before } → **{ $after }**
changes-added = { $name }: added { $added }; **{ $now }**
changes-removed = { $name }: removed { $removed }; **{ $now }**
changes-added-removed = { $name }: added { $added }, removed { $removed }; **{ $now }**
# What stands for $now above, where the list is not empty.
changes-now = { $number } now

changes-so-already = It was so already ({ $name }: { $value }).
changes-so-already-block = It was so already: { $state }.
changes-so-already-alone = It was so already.

# What an empty list means.
changes-empty-channels = all
changes-empty-roles = everybody
changes-empty-moderator-roles = only members with Manage Server
changes-empty-models = all
changes-empty-providers = all
changes-empty-words = none
changes-empty-adult-words = only the built-in ones

# Values.
changes-limit-none = none of their own
changes-limit-unlimited = unlimited
changes-limit-forbidden = forbidden
changes-number = { $number }
changes-no-wait = none
changes-share = { $percent } % of a window's credits, or more
changes-share-never = never asks
changes-yes = yes
changes-no = no
changes-period-day = day
changes-period-week = week
changes-period-month = month
changes-place-thread = in a thread under each card
changes-place-member = in a thread for each member
changes-place-channel = into the channel
# A language that the server has not chosen itself; the others are called as their speakers do.
changes-language-auto = as this server is set in Discord
changes-adult-forbidden = forbidden everywhere
changes-adult-age-restricted = in age-restricted channels only
changes-no-channel = none
changes-no-task = unknown

# What a member may do; $moment is a date with time, $countdown counts to it ("in 3 hours").
changes-may-order = may order
changes-blocked-until = blocked until { $moment } ({ $countdown })
changes-blocked = blocked until a moderator unblocks them
changes-reasons = What they read: { $before } → **{ $after }**

changes-grant-until = These credits end { $moment } ({ $countdown }).
changes-grant-endless = These credits do not end.

# Below a change.
changes-by = By { $actor }, { $moment }
changes-by-bot = By the bot itself, { $moment }
changes-change = change { $change }
changes-job = job { $job }
changes-reason = Reason: { $reason }

changes-remark-uncertain = Its provider may be making it or not, and does not tell, so nothing is sent twice. Its credits stay set aside until a moderator decides with `/jobs resolve`: **attach** a task that the provider shows, **release** the credits, or send it **again**, which is paid twice if the provider has it after all.
changes-remark-late = The bot goes on looking at it, and posts the video whenever it is ready. Until then its credits stay set aside; a moderator can give it up with `/jobs resolve`, **release**.

# What a decision about a video on hold leads to.
changes-follows-running = The task is watched from now on, and its video is posted when it is ready.
changes-follows-failed = The credits went back. If the video should come after all, it is not posted.
changes-follows-queued = It waits for its turn again, for the credits that are set aside already.

# Reasons of what the bot does by itself.
changes-because-role-deleted = the role was deleted
