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
