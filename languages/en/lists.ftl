# Parts that several messages use.

# A run of whole numbers, as in "3 to 15".
range = { $first } to { $last }
