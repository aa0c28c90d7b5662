"""Commands in the language of whoever sends them: in Discord's menus, and while they are carried out."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextTypes, locale_str

from cogs.named import MESSAGE
from languages.speech import ENGLISH, language_of, say, speak, speaking


class Translator(app_commands.Translator):
    """Says the texts of ``cogs.named`` for Discord, which shows the English ones wherever it is given no others."""

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: TranslationContextTypes
    ) -> str | None:
        message = string.extras.get(MESSAGE)
        if message is None or language_of(str(locale)) == ENGLISH:
            return None
        with speaking(str(locale)):
            return say(message)


class SpeakingTree(app_commands.CommandTree[Any]):
    """Whatever a command, its suggestions and its errors say is said in the language of whoever sent it."""

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        speak(str(interaction.locale))
        return True
