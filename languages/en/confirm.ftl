# The question before a costly video, and what its answers lead to.

confirm-price-risen = The price has risen
confirm-costly = This is a costly video
# $left is a number of credits.
confirm-left-after = After it **{ $left }** would be left.
confirm-question = Shall it be made?
# $when counts down ("in 3 minutes").
confirm-ends = Nothing is charged before you say so. The question ends { $when }.
# Buttons: at most 34 characters. $price is "1,234 credits".
confirm-make-it = Make it for { $price }
confirm-leave-it = No

confirm-ordering = Ordering your video …
confirm-not-ordered = Not ordered
confirm-starts-over = **Nothing was charged.** A new `/animate` starts over.

confirm-over = This question is over
confirm-answered-already = It was answered already, or it waited too long.
confirm-see-list = Nothing was charged by this press. `/jobs list` shows what you have ordered; `/animate` starts over.
