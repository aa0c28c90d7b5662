# Names and descriptions of commands, their options and choices, as Discord shows them while somebody types.
#
# Names of commands and options: lower case, without spaces and punctuation but - and _, at most 32 characters, each
# only once among its neighbours. Descriptions and choices: at most 100 characters.

command-animate = animate
    .description = Turn a picture into a short video

# Shown in the menu of a message; at most 32 characters, spaces are allowed.
menu-animate-image = Animate image

command-models = models
    .description = The models, what they can do, and what a video costs

command-help = help
    .description = How to turn a picture into a video

command-status = status
    .description = How everything goes, and what is stuck

command-mydata = mydata
    .description = What is stored about you

command-mydata-export = export
    .description = Get all that is stored about you, as a file

command-mydata-delete = delete
    .description = Erase all that is stored about you; asks first

command-jobs = jobs
    .description = Your videos

command-jobs-list = list
    .description = Your videos: how far they are, and where

command-jobs-show = show
    .description = All about one video

command-jobs-cancel = cancel
    .description = Take a video back that still waits for its turn

command-jobs-retry = retry
    .description = Order a video once more, with the same picture and options

command-jobs-resend = resend
    .description = Post a finished video again that could not be posted, or was deleted

command-jobs-resolve = resolve
    .description = Moderators: decide about a video on hold

command-usage = usage
    .description = Your credits

command-usage-show = show
    .description = How many credits you have left, when they renew, and what they went into

command-usage-give = give
    .description = Give credits that were granted to you to another member

command-quota = quota
    .description = What members may spend

command-quota-show = show
    .description = The server's quotas, or those of a member or a role

command-quota-grant = grant
    .description = Give a member extra credits, used after their allowance

command-quota-set-member = set-member
    .description = Give a member an allowance of their own

command-quota-set-role = set-role
    .description = Give everybody with a role an allowance

command-quota-set-default = set-default
    .description = What everybody may spend who has no other allowance

command-quota-reset = reset
    .description = Forget what a member has spent of the current allowance

command-quota-block = block
    .description = Let a member order no videos; those on their way still come

command-quota-unblock = unblock
    .description = Let a blocked member order videos again

command-quota-report = report
    .description = Credits, videos and waiting times of a period, as a picture and a table

command-quota-history = history
    .description = Every entry of the ledger, the newest first

command-settings = settings
    .description = How this server uses the bot

command-settings-show = show
    .description = All settings of this server

command-settings-channels = channels
    .description = Channels where videos may be ordered; all, while none is listed

command-settings-roles = roles
    .description = Roles that may order videos; everybody, while none is listed

command-settings-moderator-roles = moderator-roles
    .description = Roles that may use moderators' commands of this bot

command-settings-models = models
    .description = Models that may be used; all, while none is listed

command-settings-providers = providers
    .description = Providers that may make videos; all, while none is listed

command-settings-limits = limits
    .description = How much may be spent, and how many videos may be on their way

command-settings-window = window
    .description = When allowances renew

command-settings-log-channel = log-channel
    .description = Where changes by moderators are posted

command-settings-words = words
    .description = Words that prompts may not have, and words that count as adult content

command-settings-adult = adult
    .description = Where prompts with adult words are taken

command-settings-place = place
    .description = Where videos are posted

command-settings-language = language
    .description = Which language the bot posts in

command-settings-giving = giving
    .description = Whether members may give granted credits to each other

command-settings-history = history
    .description = Who changed what, and why

option-image = image
    .about-animate = The picture to start from

option-prompt = prompt
    .about-animate = What should happen in the video

option-negative-prompt = negative_prompt
    .about-animate = What should not be in the video

option-model = model
    .about-animate = Which model makes it; see /models
    .about-settings-models = See /models

option-duration = duration
    .about-animate = Length in seconds; most models make 5 or 10

option-mode = mode
    .about-animate = Quality; the cheapest if you choose none

option-cfg-scale = cfg_scale
    .about-animate = How closely to follow the prompt: 0 freely, 1 strictly

option-end-image = end_image
    .about-animate = The picture to end with

option-camera = camera
    .about-animate = How the camera moves

option-camera-value = camera_value
    .about-animate = How strongly it moves, from -10 to 10; not for the fixed moves

option-aspect-ratio = aspect_ratio
    .about-animate = Width to height of the video

option-sound = sound
    .about-animate = Make sound as well

# Somebody who uses voices writes <<<voice_1>>> into the prompt, in every language.
option-voices = voices
    .about-animate = Ids of up to 2 voices, separated by commas; name them in the prompt as <<<voice_1>>>

option-static-mask = static_mask
    .about-animate = A picture of the same shape, white where nothing may move

option-motion = motion
    .about-animate = Areas and the paths they move along, as JSON; see /help

option-watermark = watermark
    .about-animate = With the provider's watermark

option-provider = provider
    .about-animate = Who makes it; the cheapest if you choose none
    .about-settings-providers = Who makes videos

option-state = state
    .about-jobs-list = Only those that are so

# A video that was ordered; the public message that shows how far along it is, is its card.
option-job = job
    .about-jobs = Which video; its id is on its card

option-outcome = outcome
    .about-jobs-resolve = What shall become of it

# "attach" is one of the outcomes, and is called so in every language.
option-task = task
    .about-jobs-resolve = With attach: the task's id at the provider

option-reason = reason
    .about-jobs-resolve = Why; kept with the decision
    .about-quota = Why; kept with the change
    .about-quota-block = Why; the member reads it
    .about-usage-give = Why; kept with the gift

option-member = member
    .about-usage-give = Who gets them
    .about-quota-show = Whose credits to show
    .about-quota-grant = Who gets them
    .about-quota-set-member = Whose allowance
    .about-quota-reset = Whose allowance becomes whole again
    .about-quota-block = Who
    .about-quota-history = Whose entries; all members' if you name none

option-role = role
    .about-quota-show = Whose allowance to show
    .about-quota-set-role = Whose allowance
    .about-settings-roles = A role; one of them is enough
    .about-settings-moderator-roles = A role of moderators

option-credits = credits
    .about-usage-give = How many
    .about-quota = Credits in a window; or choose a word instead
    .about-quota-grant = How many; less than 0 takes granted credits back

# Choices for it: choice-word-… below; "Default" is choice-word-default.
option-word = word
    .about-quota-set-member = Default: the roles' or the server's again
    .about-quota-set-role = Default: none of the role's own any more
    .about-quota-set-default = Instead of credits

# "3 days" and "2w" are written so in every language: the bot reads no others.
option-until = until
    .about-quota = When it ends, in the server's time zone: 2026-12-24, 2026-12-24 18:00, 3 days or 2w

option-period = period
    .about-quota-report = Days of the server's time zone
    .about-settings-window = How long an allowance lasts; weeks begin on Monday

option-time-zone = time_zone
    .about-settings-window = Like Europe/Berlin

# Choices for it: choice-action-… below; "tidy" is choice-action-tidy.
option-action = action
    .about-settings = Add it, remove it, forget all, or tidy: forget what exists no longer
    .about-settings-providers = Whether to add it, remove it, or forget all
    .about-settings-words = What to do with the list

option-channel = channel
    .about-settings-channels = A channel with its threads, or a category with its channels
    .about-settings-log-channel = A channel that the bot may post in; none turns it off

option-pool = pool
    .about-settings-limits = Credits of all members together in a window

option-most-credits = most_credits
    .about-settings-limits = Credits that one video may cost

option-member-running = member_running
    .about-settings-limits = Videos of one member on their way at once

option-server-running = server_running
    .about-settings-limits = Videos of the server on their way at once

option-cooldown = cooldown
    .about-settings-limits = Seconds between two orders of a member

option-confirm-percent = confirm_percent
    .about-settings-limits = Ask before a video that costs so many percent of a member's credits; 0 never asks

option-lift = lift
    .about-settings-limits = Make this one unlimited again

option-kind = kind
    .about-settings-words = Forbidden everywhere, or adult content

option-words = words
    .about-settings-words = One word or several, separated by commas

option-where = where
    .about-settings-adult = The built-in words and this server's own count as adult; see /settings words
    .about-settings-place = In a thread under each card, in one thread for each member, or into the channel

option-language = language
    .about-settings-language = Of cards, videos and the log channel; what only one member reads is in their own language

option-allowed = allowed
    .about-settings-giving = Whether /usage give works

choice-mode-std = std: quick and cheap
choice-mode-pro = pro: better quality
choice-mode-4k = 4k: the sharpest

choice-camera-horizontal = horizontal
choice-camera-vertical = vertical
choice-camera-pan = pan
choice-camera-tilt = tilt
choice-camera-roll = roll
choice-camera-zoom = zoom
choice-camera-down-back = down back
choice-camera-forward-up = forward up
choice-camera-right-turn-forward = right turn forward
choice-camera-left-turn-forward = left turn forward

# The word before the colon is the same in every language.
choice-outcome-attach = attach: the provider has made a task of it; wait for that
choice-outcome-release = release: give the credits back; no video
choice-outcome-again = again: send it once more; the provider surely has no task

# Instead of a number of credits.
choice-word-unlimited = unlimited
choice-word-forbidden = forbidden
choice-word-default = default

# The days that a report is about.
choice-span-today = today
choice-span-yesterday = yesterday
choice-span-this-week = this week
choice-span-last-week = last week
choice-span-this-month = this month
choice-span-last-month = last month
choice-span-7-days = the last 7 days
choice-span-30-days = the last 30 days

# What to do with a list: "tidy" forgets what exists no longer, "list" shows all.
choice-action-add = add
choice-action-remove = remove
choice-action-clear = clear
choice-action-tidy = tidy
choice-action-list = list

choice-kind-forbidden = forbidden
choice-kind-adult = adult

option-topic = topic
    .about-help = What you would like to know
