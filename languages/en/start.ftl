# How a video is started: suggestions, the form that asks for its options, and pictures that have to be fitted first.

# A suggestion while somebody types: at most 100 characters. $lengths is "5 or 10", or "3 to 15"; $price "12 credits".
start-model-line = { $model } · { $lengths } s · from { $price }
# $model: the suggestion above; $extras: as "end picture, camera".
start-model-line-with = { $model } · { $extras }

# What a model can do beyond the plain, as short as possible.
start-can-end-image = end picture
start-can-camera = camera
start-can-brush = brush
start-can-sound = sound
start-can-voices = voices

# The form. Its titles and labels have at most 45 characters, what stands below them at most 100.
start-form = Animate image
start-form-picture = Which picture?
start-form-prompt = What should happen in the video?
start-form-model = Model
start-form-model-about = What it can do stands below it.
start-form-shape = Quality and length
start-form-shape-about = Below it: what it costs with each model, in credits.
start-form-negative = What should not be in it?
start-form-more = More options
# $example: options as they have to be written, as "camera=zoom sound=yes".
start-form-more-about = Written like { $example }

# Choices of the form: at most 100 characters.
# $number: from 1; $name: of a file.
start-picture = { $number }: { $name }
start-picture-size = { $width } by { $height }
# $mode is `std`, `pro` or `4k`, which are not translated.
start-shape = { $mode }, { $seconds } seconds
start-price-with = { $model }: { $price }

# Answers to options like sound=yes.
start-yes = yes
start-no = no

# What was written as more options cannot be read. $option and $options: their names.
start-line-unreadable = “{ $words }” is no option. Write each one like `{ $example }`, with a space between them.
start-line-unknown = There is no option `{ $option }` here. There is { $options }.
start-line-twice = `{ $option }` is there twice.
start-line-yes-no = `{ $option }` is { $yes } or { $no }.
