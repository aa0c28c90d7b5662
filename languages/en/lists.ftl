# Parts that several messages use.

# A run of whole numbers, as in "3 to 15".
range = { $first } to { $last }

credits-count = { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
}

minutes-count = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}

# A moment where Discord cannot write it in the reader's own time zone; $day is "11 Mar", $time "13:00".
moment-utc = { $day }, { $time } UTC

# Between things in a row, as in "Kling, EZModel".
lists-separator = { ", " }

# A row that goes on: $things is a row of things, $more the number of those that are not shown.
lists-and-more = { $things } and { $more } more

# The last line below a long list.
lists-more = and { $more } more

seconds-count = { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}

hours-count = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
