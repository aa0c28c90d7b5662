# What `/help` shows. Names of commands stay as they are; options, also in `these marks`, have the names of option-… in
# the language's own commands.ftl.

help-title = Turn a picture into a short video
help-step-1 = Send `/animate`, attach a picture and, if you like, say in `prompt` what should move.
help-step-2 = You read at once what it costs, and a card in the channel shows how far along it is.
help-step-3 = A few minutes later the video is posted, and you are mentioned.
help-commands-models = `/models` what can be made, with prices
help-commands-usage = `/usage show` your credits
help-commands-jobs = `/jobs list` your videos
# $button: a button below cards and videos, "Report".
help-wrong = Is a video harmful? Press **{ $button }** below it. Is it wrong or stuck? Tell a moderator of this server, and name the job on its card.

# What stands in the menu of topics until one is chosen, and an entry that leads back; at most 100 characters.
help-topics = More about …
help-topic-overview = Overview

# Names of topics, as choices and as headings: at most 18 characters, or phones cut them.
help-topic-start = Your first video
help-topic-pictures = Pictures
help-topic-options = Options
help-topic-credits = Credits
help-topic-problems = Problems
help-topic-moderators = For moderators
help-topic-privacy = Privacy and rules

help-start-attach = Send `/animate` and attach a picture. All other options can be left out.
# $entry: the name of the entry in the menu, "Animate image".
help-start-menu = Or open the menu of a message with a picture (press it long, or right-click it), and choose **Apps**, then **{ $entry }**.
help-start-prompt = Say in `prompt` what should happen, in plain words: *she smiles, and the camera moves slowly closer*. One or two movements work best.
help-start-price = You read at once what it costs. Before a costly video you are asked whether to make it.
help-start-card = The card shows the place in the queue and the time that it will take. You need not wait: you are mentioned when the video is there.
# $again and $edit: buttons below a video.
help-start-more = Below the video, **{ $again }** orders the same once more, and **{ $edit }** lets you change its options first.

help-pictures-size = At least 300 pixels on each side, at most 2.5 times as long as wide, up to 10 MB.
help-pictures-kinds = JPG and PNG are used as they are; WebP, GIF and others are converted.
help-pictures-fit = A picture that is too long, too small or too heavy can be fitted with one click; you see it first.
help-pictures-end = With some models, `end_image` is the picture that the video ends with.
help-pictures-good = Clear pictures with one subject, well lit and not cut off, make the best videos.

help-options-model = **`model`**: `/models` shows what each one can do and costs.
help-options-length = **`duration`**, **`mode`**: longer videos, and `pro` and `4k`, cost more.
help-options-negative = **`negative_prompt`**: what should not be in it.
help-options-cfg = **`cfg_scale`**: how closely the prompt is followed, from 0 (freely) to 1 (strictly).
help-options-camera = **`camera`**, **`camera_value`**: how the camera moves, and how much.
help-options-others = **`aspect_ratio`**, **`sound`**, **`voices`**, **`watermark`**: with models that can.
# $shape is written in code; the same in every language.
help-options-brush = **`motion`** moves areas of the picture along paths: { $shape }, in pixels from the top left. **`static_mask`** is white where nothing may move.
help-options-provider = **`provider`**: who makes it. Without it, the cheapest one that works.

help-credits-worth = One credit is one US cent of the provider's list price. `/models` has all prices.
help-credits-aside = Credits are set aside when you order and spent when the video is posted. If it cannot be made, they go back.
help-credits-left = `/usage show` says what you have left, when it renews, and what it went into.
help-credits-short = Not enough? Take a shorter video or a cheaper model, or ask a moderator.
help-credits-give = `/usage give` hands on credits that were granted to you, where this server allows it.

help-problems-waiting = **It takes long.** The card shows its place and the time; nothing has to be sent again. What is late is looked after.
help-problems-cancel = **You want it back.** `/jobs cancel` while it waits in the queue, and its credits go back. Later its provider cannot be stopped.
help-problems-failed = **It failed.** Its credits went back. `/jobs retry` orders it once more.
help-problems-refused = **It was refused.** Providers check pictures and words. Take other ones; what was refused costs nothing.
help-problems-lost = **It was not posted, or was deleted.** `/jobs resend` posts it again and costs nothing.
help-problems-hold = **It is on hold.** Nobody can say whether it is being made. A moderator decides, and your credits stay set aside until then.
help-problems-else = **Something else.** Tell a moderator of this server, and name the job on its card.

help-moderators-allowance = `/quota set-default` what each member may spend; `/quota set-role`, `/quota set-member` and `/quota grant` for exceptions
help-moderators-limits = `/settings limits` what all may spend together, and how much one video may cost
help-moderators-where = `/settings channels`, `/settings roles` and `/settings models`: where, by whom and with what videos are made
help-moderators-words = `/settings words` and `/settings adult`: what may be asked for
help-moderators-log = `/settings log-channel` where you read of reports and of what waits for you; `/jobs resolve` decides about a video on hold
help-moderators-report = `/quota report` who spent what; `/quota block` stops somebody
help-moderators-status = `/status` how everything goes, and what is stuck
help-moderators-roles = Moderators are members with Manage Server; `/settings moderator-roles` adds roles to them.

help-privacy-made = All videos are made by AI, and say so. Do not pass them off as real.
help-privacy-rights = Use only pictures that you may use, and other people's faces only if they agree.
# $button: a button below cards and videos, "Report".
help-privacy-report = Is a video harmful? Press **{ $button }** below it. The moderators of this server read it; they can delete it.
help-privacy-stored = Pictures and prompts go to the provider that makes the video. The bot keeps them, what they cost, and for a while the video itself.
help-privacy-own = `/mydata export` gives you all that is stored about you, `/mydata delete` erases it.
