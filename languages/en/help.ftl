# What `/help` shows. Names of commands and their options stay as they are.

help-title = Turn a picture into a short video
help-step-1 = Send `/animate`, attach a picture and, if you like, say in `prompt` what should move.
help-step-2 = You read at once what it costs, and a card in the channel shows how far along it is.
help-step-3 = A few minutes later the video is posted in a thread under the card, and you are mentioned.

help-pictures = **Pictures** have at least 300 pixels on each side, are at most 2.5 times as long as wide, and have up to 10 MB. JPG and PNG are used as they are; WebP, GIF and others are converted.
help-credits = **Credits** are set aside when you order and spent when the video is posted. If it cannot be made, they go back.
# $shape is the next message.
help-brush = **The motion brush** moves areas of the picture along paths, with models that can. `motion` takes { $shape }, in pixels from the top left; `static_mask` is white where nothing may move.
# JSON; the same in every language.
help-brush-shape = [{ "{" }"area": [[x, y], …], "path": [[x, y], …]{ "}" }]

help-commands-usage = `/usage show` your credits
help-commands-models = `/models` what can be made, with prices
help-commands-jobs = `/jobs list` your videos
help-commands-job = `/jobs cancel`, `retry` and `resend` take one back, order it once more, or post it again
help-commands-moderators = `/quota` and `/settings` are for moderators

help-wrong = Is a video wrong, harmful or stuck? Tell a moderator of this server, and name the job on its card.
