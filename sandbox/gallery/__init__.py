"""Everything that somebody can read of the bot, as pictures: scenes by name, in each language, theme and width."""
