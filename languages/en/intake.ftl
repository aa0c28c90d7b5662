# Why an order cannot be taken. Words between ` ` are names of options, which each language has its own for.

# $length: number of characters.
intake-prompt-too-long = The prompt has { $length } characters; at most { $limit } are allowed.
# "Negative prompt": what shall not be seen.
intake-negative-prompt-too-long = The negative prompt has { $length } characters; at most { $limit } are allowed.
# $options: as in "an end picture and a camera move" (models-option-…).
intake-only-one = Only one of these can be used at a time: { $options }.
intake-camera-missing = `camera_value` needs a `camera` move.
# $camera: a camera move, one of choice-camera-… in commands.ftl.
intake-camera-value-extra = The camera move “{ $camera }” takes no `camera_value`.
intake-camera-value-missing = The camera move “{ $camera }” needs a `camera_value` from -10 to 10, other than 0.
intake-too-many-areas = At most { $most } areas can move; there are { $areas }.
intake-path-length = The path of area { $area } has { $points ->
    [one] { $points } point
   *[other] { $points } points
}; from 2 to 77 are allowed.
intake-too-many-voices = At most 2 voices can speak; there are { $voices }.
intake-voices-need-sound = `voices` need `sound`.
# $voice: a number that the prompt names as <<<voice_3>>>.
intake-voice-missing = The prompt names voice { $voice }, but `voices` has { $voices }.

# What was written for an option will not do.
intake-option-duration = The duration must be a whole number of seconds from 3 to 15.
# $choices: as in "std, pro or 4k"; not translated.
intake-option-mode = The mode must be one of: { $choices }.
intake-option-cfg-scale = `cfg_scale` must be a number from 0 to 1.
# $choices: camera moves.
intake-option-camera = The camera move must be one of: { $choices }.
intake-option-camera-value = `camera_value` must be a number from -10 to 10.
intake-option-aspect-ratio = The aspect ratio must be one of: { $choices }.
# $option: its name. $reason: in English.
intake-option-wrong = `{ $option }`: { $reason }.

intake-no-model = No model that this server allows is on at the moment. Please tell a moderator.
intake-word = The prompt has a word that this server does not allow.
intake-adult = The prompt has a word for adult content. This server does not allow them.
intake-adult-elsewhere = The prompt has a word for adult content. This server allows them in age-restricted channels only.
# $size and $most: in megabytes.
intake-picture-too-heavy = The picture is too heavy: { NUMBER($size, minimumFractionDigits: 1) } MB; at most { $most } MB.
