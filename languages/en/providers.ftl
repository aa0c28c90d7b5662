# Why a video could not be made: what providers answered, and what came in between. Shown on the card of the job.

providers-wrong = Something went wrong at the video provider.
providers-unreachable = The video provider cannot be reached right now.
providers-silent = The video provider did not answer.
providers-busy = The video provider is busy.
# "Model": what makes the video, as "Kling 3.0".
providers-model-gone = This model has been switched off by its provider. Choose another one with /models.
providers-task-unknown = The video provider no longer knows this task.
# "Operator": the person who runs the bot and pays the video provider.
providers-operator = The bot's operator has to mend its access to the video provider.
providers-out-of-money = The bot's balance with the video provider is used up. Only its operator can refill it.

providers-refused = The video provider refused this request.
providers-refused-silently = The video provider refused this request and gave no reason.
# $reason: the provider's own words, in English or Chinese.
providers-refused-because = The video provider refused this request: “{ $reason }”.
providers-failed = The video provider could not make this video.
providers-failed-silently = The video provider could not make this video and gave no reason.
# $reason: the provider's own words, in English or Chinese.
providers-failed-because = The video provider could not make this video: “{ $reason }”.
providers-no-video = The video provider says that this video is ready, but has given no address to fetch it from for a whole day.

# Blames nobody: what was sent may well be harmless.
providers-content-filter = The video provider's content filter stopped this one. Such filters are cautious and stop harmless pictures and prompts too; other words or another picture may pass.
providers-too-large = The video provider finds these pictures too large. Smaller files may pass.
providers-supplier = This video provider has trouble with its own supplier. Another provider may work now, or this one later.
providers-shape = The video provider cannot use the size or shape of this picture: each side needs at least 300 pixels, and the longer side may be at most 2.5 times the shorter one.
providers-unreadable = The video provider could not read this picture. Saving it again as JPG or PNG usually helps.
# $length and $limit: numbers of characters, both over 1,000. "Negative prompt": what shall not be seen.
providers-words-too-long = Prompt and negative prompt together have { $length } characters; this model takes { $limit }. Shorter ones will do.

# $why: one of the sentences above, with its full stop. $models: names, as in "Kling 2.6 and Kling 3.0".
providers-others-work = { $why } These models work: { $models }.
