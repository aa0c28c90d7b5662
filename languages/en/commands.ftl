# Names and descriptions of commands, their options and choices, as Discord shows them while somebody types.
#
# Names of commands and options: lower case, without spaces and punctuation but - and _, at most 32 characters, each
# only once among its neighbours. Descriptions and choices: at most 100 characters.

command-animate = animate
    .description = Turn a picture into a short video

command-models = models
    .description = The models, what they can do, and what a video costs

command-help = help
    .description = How to turn a picture into a video

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

option-image = image
    .about-animate = The picture to start from

option-prompt = prompt
    .about-animate = What should happen in the video

option-negative-prompt = negative_prompt
    .about-animate = What should not be in the video

option-model = model
    .about-animate = Which model makes it; see /models

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
