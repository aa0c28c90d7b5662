# Credits: what somebody has, what a server allows, where they went, and what stands against an order.
# Members, roles and channels come as mentions. $moment is a date with time, $countdown counts to it ("in 3 hours",
# "2 days ago"): Discord writes both in the reader's language.

quota-yours = Your credits
quota-newest = Newest videos
quota-not-charged = Videos that cannot be made are not charged. Prices: `/models`
quota-of-member = Credits of { $member }
quota-every-entry = Every entry: `/quota history`

quota-of-role = Allowance of { $role }
# $allowance is "200 credits per day", "no limit" or "no videos".
quota-each = { $allowance } for each member
quota-none-of-its-own = None of its own; everybody has { $allowance }.
quota-which-counts = Of several roles the highest allowance counts. A member's own allowance comes before any role's.

quota-of-server = Quotas of this server
quota-renews = Renews { $countdown }, on { $moment }.
quota-together = All members together
quota-granted-left = Granted credits left: **{ $credits }**
quota-roles = Roles
quota-members = Members
quota-blocked = Blocked
# $holder is a member or a role, $allowance "200 credits", "no limit" or "no videos".
quota-holder = { $holder }: { $allowance }
quota-blocked-until = { $member } until { $until }: { $reason }
quota-blocked-endless = { $member }: { $reason }
quota-somebody = Somebody's credits: `/quota show` with `member` · Limits: `/settings show`
# $allowance is "no limit" or "no videos".
quota-pool-used = Used: **{ $used }** · { $allowance }
# $left and $limit are credits.
quota-left-of = **{ $left }** of { $limit } left

quota-ledger-of = Ledger of { $member }
quota-ledger = Ledger of all members
quota-ledger-empty = Nothing yet.
# $what is one of quota-entry-… below.
quota-entry-whose = { $member }: { $what }
quota-entry-given-by = **+{ $credits }** given by { $partner }
quota-entry-granted = **+{ $credits }** granted
quota-entry-reserved = **{ $credits }** set aside
quota-entry-spent = **{ $credits }** spent
quota-entry-released = **{ $credits }** went back
quota-entry-reset = **+{ $credits }** back by a reset
# Somebody had their data erased, and what they had used of their allowance goes on counting.
quota-entry-carried = **{ $credits }** used before
quota-entry-given-to = **−{ $credits }** given away to { $partner }
quota-entry-taken-back = **−{ $credits }** taken back
quota-entry-reason = “{ $reason }”
# Why credits set aside for a video went back, on a line of its own.
quota-entry-cheaper = another provider makes it for less
# Details of an entry, in a row in small letters.
quota-entry-grant = from grant { $grant }
quota-entry-allowance = from the allowance
quota-entry-by = by { $actor }
quota-entry-job = job { $job }
quota-entry-number = entry { $entry }

# A gift, for its giver. $credits is "12 credits".
quota-given = { $credits } given
quota-given-left = To { $member }. Of the credits granted to you **{ $after }** are left, of { $before }.

# What somebody has left, inside of a sentence: "you have …".
quota-has-no-limit = no limit
quota-has-no-allowance = no allowance
quota-has = **{ $left }** of { $limit } left until { $until }
quota-has-granted = **{ $left }** of { $limit } left until { $until } and **{ $granted }** granted

# …-you is read by the member, …-they by moderators about the member.
quota-unlimited = **Unlimited**
quota-forbidden-you = **None:** you may not order videos here
quota-forbidden-they = **None:** they may not order videos here
quota-spent = Spent: { $spent } · On the way: { $held }
quota-pool-left = All members together: **{ $left } left**
# $allowance is "no limit" or "no videos".
quota-pool = All members together: **{ $allowance }**
quota-block-you = You are blocked until a moderator lifts it: { $reason }
quota-block-they = They are blocked until a moderator lifts it: { $reason }
quota-block-until-you = You are blocked until { $countdown }, on { $moment }: { $reason }
quota-block-until-they = They are blocked until { $countdown }, on { $moment }: { $reason }
quota-source-member-you = An allowance of your own
quota-source-member-they = An allowance of their own
quota-source-role-you = The allowance of { $role }, the highest of your roles
quota-source-role-they = The allowance of { $role }, the highest of their roles
quota-source-server = Everybody's allowance on this server
quota-grants = **+{ $granted } granted**, used after the allowance
quota-grants-unusable = **+{ $granted } granted**, which cannot be used while ordering is forbidden
quota-grant-until = **{ $left }** until { $until }
quota-grant-endless = **{ $left }** without an end
# $grant is "20 until 24 December 2026" or "20 without an end".
quota-grant-for = { $grant }: { $reason }
quota-more-grants = { $more ->
    [one] and { $more } grant more
   *[other] and { $more } grants more
}

# The server's other limits. $limits is a row of quota-limit-….
quota-limits = Here: { $limits }.
quota-limit-member = { $videos } of your videos at once
quota-limit-server = { $videos } of all members at once
# $wait is "2 minutes".
quota-limit-cooldown = { $wait } between your orders
# $credits is "50 credits".
quota-limit-price = at most { $credits } for one video

# How much somebody may order for.
quota-no-limit = no limit
quota-no-videos = no videos
# $allowance is "200 credits".
quota-per-day = **{ $allowance }** per day
quota-per-week = **{ $allowance }** per week
quota-per-month = **{ $allowance }** per month

# What stands against an order.
quota-ask = **Nothing was charged.** A moderator can change that.
quota-wait = **Nothing was charged.** Send the command again then.

quota-not-enough = Not enough credits
# $credits is "21 credits".
quota-price = This video costs **{ $credits }**.
quota-cheaper = **Nothing was charged.** A shorter video or the mode `std` may cost less; see `/models`.
quota-cheaper-or-ask = **Nothing was charged.** A shorter video or the mode `std` may cost less; see `/models`. A moderator can change limits.
# $missing is "17 credits".
quota-short-member = You have **{ $left }** left, { $missing } short.
quota-short-server = All members of this server together have **{ $left }** left, { $missing } short.
quota-short-operator = The bot's own budget for all servers has **{ $left }** left, { $missing } short.
quota-enough-again = Enough again { $countdown }, on { $moment }.
quota-never-member = Waiting does not help. You never have that much at once, also when your credits renew.
quota-never-server = Waiting does not help. It is more than they ever share.
quota-never-operator = Waiting does not help. It is more than the whole budget of a month.

quota-too-many = Too many videos at once
quota-too-many-member = You have { $most } on the way, as many as this server allows at once.
quota-too-many-server = The members of this server have together { $most } on the way, as many as this server allows at once.
quota-next-ready = The next should be ready { $countdown }, on { $moment }.
quota-not-now = Not now
quota-takes-none = This server takes no new videos at the moment.

quota-too-soon = A little too soon
quota-cooling-down = This server lets some time pass between two orders. Yours can follow { $countdown }, on { $moment }.

quota-you-are-blocked = You are blocked
quota-you-are-blocked-until = A moderator has blocked you from ordering videos. It ends { $countdown }, on { $moment }.
quota-you-are-blocked-endless = A moderator has blocked you from ordering videos. It has no end.

quota-not-permitted = This server does not allow that
quota-only-allowance = Your allowance forbids all videos, also with granted credits.
# Each $allowed is a row of what is allowed.
quota-only-role = Videos can be ordered with one of these roles: { $allowed }.
quota-only-channel = Videos can be ordered in { $allowed }.
quota-only-model = These models can be used here: { $allowed }.
quota-only-provider = Videos are made here by { $allowed }.
quota-only-free = No video may cost anything here.
# $credits is "40 credits".
quota-only-price = A video may cost at most { $credits }.

quota-not-given = Not given
quota-not-moved = **Nothing was moved.**
quota-giving-off = This server does not let members give credits. A moderator can change that.
# $credits is "30 credits".
quota-give-at-most = You can give at most **{ $credits }**: only what was granted to you can be given, not your allowance, and nothing that is set aside.

# A moderator's command that cannot be done as it was sent. Names of options stand between ` `.
quota-member-or-role = Name a `member` or a `role`, not both.
quota-zero = 0 credits change nothing. More than 0 are granted, less than 0 taken back.
quota-no-until = `until` does not go with taking credits back.
quota-take-back-at-most = Of the credits granted to { $member } only { $left } are left to take back.
quota-no-bots = Bots order no videos and have no credits. Name a person.
quota-not-everyone = Everybody's allowance is set with `/quota set-default`.
quota-credits-or-word = Name either `credits` or a `word`, one of the two.

quota-until-unreadable = `until` cannot be read.
# The bot reads dates and times in this form only, and lengths in English only.
quota-until-forms = Write a date like `2026-12-24`, a time like `2026-12-24 18:00`, or a while like `3 days` or `2w`.
quota-until-past = `until` is in the past.
quota-until-zone = Times are those of { $zone }, this server's time zone.
quota-until-far = `until` is more than ten years away.
quota-until-no-end = Leave it out where there is to be no end.

quota-give-yourself = These credits are yours already. Name another member.
quota-give-bot = Bots order no videos. Name a person.
quota-give-nobody = They are not a member of this server.
