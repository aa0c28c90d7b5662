"""Everything that a member reads, in one room, so that a translation has one place to go.

Nothing in here talks to Discord. Views need a running event loop, as discord.py's do.
"""

from bot.look.answers import (
    accepted,
    broken,
    explain,
    help_page,
    missing_permissions,
    model_line,
    my_jobs,
    my_usage,
    outdated,
    refused,
    the_models,
)
from bot.look.card import card, job_link, model_name, result, thread_name
from bot.look.changes import change_panel, change_text, changed, changes_page
from bot.look.settings import HIDDEN_COMMANDS, nothing_usable, provider_off, settings_page, words_page
from bot.look.text import PROVIDERS, escaped, provider_name

__all__ = [
    "HIDDEN_COMMANDS",
    "PROVIDERS",
    "accepted",
    "broken",
    "card",
    "change_panel",
    "change_text",
    "changed",
    "changes_page",
    "escaped",
    "explain",
    "help_page",
    "job_link",
    "missing_permissions",
    "model_line",
    "model_name",
    "my_jobs",
    "my_usage",
    "nothing_usable",
    "outdated",
    "provider_name",
    "provider_off",
    "refused",
    "result",
    "settings_page",
    "the_models",
    "thread_name",
    "words_page",
]
