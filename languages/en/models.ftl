# What a model cannot do, and what would work.
# $model and $models are names, as "Kling 3.0"; $mode and $modes are `std`, `pro` and `4k`, which are not translated.

# An option, as it stands in the other sentences ("can use …", "takes …", "without …"): choose a form that fits all.
models-option-end-image = an end picture
models-option-camera = a camera move
models-option-brush = the motion brush
models-option-sound = sound
models-option-voices = voices
models-option-cfg-scale = `cfg_scale`
models-option-aspect-ratio = an aspect ratio
models-option-watermark = a watermark

# Where an option can be used. $seconds: lengths, as in "5 or 10"; $moves: camera moves.
models-place-modes = in mode { $modes }
models-place-seconds = for { $seconds } seconds
models-place-moves = with the move { $moves }
models-place-silent = without sound
# Both hold at once, as in "in mode pro" and "without sound".
models-place-both = { $one } { $other }

# $seconds: lengths, as in "5 or 10"; $wanted: another one.
models-seconds = { $model } makes videos of { $seconds } seconds, not { $wanted }.
models-modes = { $model } has the mode { $modes }, not { $wanted }.
# $places: as in "for 5 seconds or in mode pro".
models-only = { $model } can use { $option } only { $places }.
# $providers and $others: who sells the videos.
models-only-elsewhere = { $model } cannot use { $option } through { $providers }; through { $others } it can.
models-others-can = { $model } cannot use { $option }. { $models } can.
models-none-can = { $model } cannot use { $option }. No model here can.
models-needs-prompt = { $model } needs a `prompt`.
# $length and $limit: numbers of characters, both over 1,000. "Negative prompt": what shall not be seen.
models-words-too-long = Prompt and negative prompt together have { $length } characters; { $model } takes { $limit }.

# $seconds: a single length. $options: as in "an end picture and sound".
models-not-with = { $model } cannot be had in mode { $mode } for { $seconds } seconds with { $options }.
models-not-silent = { $model } cannot be had in mode { $mode } for { $seconds } seconds without sound.
# $problem: one of the two sentences above, with its full stop. $ways: as in "as std of 5 or 10 seconds or as pro of 5 seconds".
models-but = { $problem } It is there { $ways }.
models-way = as { $mode } of { $seconds } seconds
models-way-without = without { $option }

# $hint, here and below: models-meant, models-there-is or models-none-on, with its full stop. $name: what somebody typed.
models-unknown = There is no model “{ $name }”. { $hint }
# $date: as 2026-09-15.
models-retired = { $model } was switched off by its provider on { $date }. { $hint }
models-not-offered = { $model } is not offered here. { $hint }
models-meant = Did you mean { $models }?
models-there-is = There is { $models }.
models-none-on = No model is on.
# $provider and $providers: who sells the videos.
models-not-made-by = { $model } is not made by { $provider } here, but by { $providers }.
# $hint: one of the two below.
models-paused = { $model } cannot be made at the moment. { $hint }
models-these-work = These work: { $models }.
models-nothing-works = Nothing else works at the moment either.
