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
from bot.look.text import PROVIDERS, escaped, provider_name

__all__ = [
    "PROVIDERS",
    "accepted",
    "broken",
    "card",
    "escaped",
    "explain",
    "help_page",
    "job_link",
    "missing_permissions",
    "model_line",
    "model_name",
    "my_jobs",
    "my_usage",
    "outdated",
    "provider_name",
    "refused",
    "result",
    "the_models",
    "thread_name",
]
