# What is wrong with a picture, a mask or the text for the motion brush.

# $picture in the sentences below is one of these two, where a sentence begins. $name: of the member's file.
pictures-named = “{ $name }”
pictures-nameless = The picture

pictures-empty = { $picture } is empty.
# $size and $most: in megabytes.
pictures-too-heavy = { $picture } is too large: { NUMBER($size, minimumFractionDigits: 1) } MB; at most { $most } MB are allowed.
pictures-not-now = { $picture } could not be looked at just now; send it again in a minute.
pictures-slow = { $picture } takes too long to open; save it again in another program and send that.
pictures-closed = { $picture } cannot be opened; save it again in another program and send that.
# $formats: as in "JPG, PNG or GIF".
pictures-no-picture = { $picture } is not a picture that can be read; send a { $formats } file.
pictures-damaged = { $picture } is damaged or incomplete; save or upload it again.
# $most: in millions. $size: as in "8000 x 7000".
pictures-too-many-pixels = { $picture } has too many pixels; at most { $most } million are allowed.
pictures-too-big = { $picture } has { $size } pixels; at most { $most } million are allowed.
# $least: pixels of each side.
pictures-too-small = { $picture } is too small: { $size } pixels; each side must have at least { $least } pixels.
# $ratio: how many times as long the longer side is as the shorter one; $most: what it may be.
pictures-too-narrow = { $picture } is too long and narrow: its sides are { NUMBER($ratio, minimumFractionDigits: 2, maximumFractionDigits: 2) } to 1 ({ $size } pixels); at most { $most } to 1 is allowed.
pictures-measurement = { $picture } is a measurement rather than a picture; save it as JPG or PNG.

# Pixels.
pictures-sides = { $width } by { $height }
pictures-mask-no-picture = The mask is not a picture that can be read; send a JPG or PNG file.
pictures-mask-not-now = The mask could not be looked at just now; send it again in a minute.
# $mask and $picture: pictures-sides.
pictures-mask-ratio = The mask is { $mask } and the picture { $picture }; they need the same ratio.

# $area: the number of an area; $point: as in "(640, 20)"; $sides: pictures-sides.
pictures-motion-outside = Area { $area } of `motion` leaves the picture at { $point }; it has { $sides }.
# $problem: pictures-motion-no-json and those below it, without a full stop. The part between ` ` is what has to be written.
pictures-motion-unreadable = `motion` cannot be read: { $problem }. Write `motion` like `[{"{"}"area": [[x, y], …], "path": [[x, y], …]{"}"}]`, in pixels from the top left.
# $place: pictures-motion-text or one of those below it.
pictures-motion-json-invalid = { $place } is not JSON
pictures-motion-missing = { $place } is missing
pictures-motion-extra-forbidden = { $place } is not known
pictures-motion-too-short = { $place } has { $actual_length ->
    [one] { $actual_length } entry
   *[other] { $actual_length } entries
}, and needs at least { $min_length }
pictures-motion-too-long = { $place } has more than { $max_length } entries
pictures-motion-model-type = { $place } has to have an `area` and a `path`
pictures-motion-tuple-type = { $place } has to be a list
# $most: the largest number.
pictures-motion-no-point = { $place } has to be two whole numbers from 0 to { $most }
pictures-motion-text = the text
# $area and $point: numbers. $list: `area` or `path`, which are not translated.
pictures-motion-area = area { $area }
pictures-motion-list = area { $area }, `{ $list }`
pictures-motion-point = area { $area }, `{ $list }`, point { $point }
