"""The texts of commands, as Discord is given them: in English, with the message that says them in other languages."""

from discord.app_commands import locale_str

from languages.speech import say


def named(id: str) -> locale_str:  # noqa: A002 - as in languages.sentence
    """The text of this message of ``commands.ftl``; names in English are those of DESIGN section 5."""
    return locale_str(say(id), id=id)
