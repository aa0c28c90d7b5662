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
start-form-model-about = Each choice says what it can do.
start-form-shape = Quality and length
start-form-shape-about = Each choice says what it costs with each model, in credits.
start-form-negative = What should not be in it?
start-form-more = More options
# $example: options as they have to be written, as "camera=zoom sound=yes".
start-form-more-about = Written like { $example }

# A button: at most 34 characters. It shows the form again.
start-form-change = Change
# Somebody pressed “Change” too late.
start-over-forgotten = This form is too old to be shown again. Start anew with `/animate`.

# A form was sent of which the bot knows nothing any more; what was written into it stands below.
start-over = This form is over
start-over-why = It was open too long, or the bot was restarted meanwhile. Open it once more; what you wrote is here to copy.

# Choices of the form: at most 100 characters.
# $number: from 1; $name: of a file.
start-picture = { $number }: { $name }
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

start-no-picture = No picture there
start-no-picture-here = That message has no picture of its own. Choose one that does, or attach a picture to `/animate`.
# $most: in megabytes.
start-linked-too-heavy = The picture behind that link is too heavy; at most { $most } MB are allowed.
start-nothing = **Nothing was ordered.**

# A picture has a problem, which is told in the line below this heading.
start-fit = The picture has to be fitted
start-fit-enlarged = It is enlarged for that, so the video may look blurred.
start-fit-lightened = It is saved anew for that, smaller.
start-fit-choose = It can be used like this:
start-fit-once = This is what is used:
# Buttons: at most 34 characters.
start-fit-crop = Crop
start-fit-pad = Pad
start-fit-only = Use it like this
start-fit-crop-about = only the middle is used.
start-fit-pad-about = all of it, with blurred bars around it.
# $label: one of the buttons above; $about: one of the two sentences above.
start-fit-way = **{ $label }**: { $about }
# For those who cannot see the pictures.
start-fit-crop-seen = The picture, fitted; cropped where it was too long
start-fit-pad-seen = The whole picture between blurred bars
# $price is "12 credits".
start-fit-price = The video costs { $price }.
start-fit-not-with-brush = With the motion brush a picture cannot be fitted, as masks and paths would no longer lie where they should.
