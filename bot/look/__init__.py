"""Everything that a member reads, in one room, so that a translation has one place to go.

Nothing in here talks to Discord. Views need a running event loop, as discord.py's do.
"""

from bot.look.answers import (
    accepted,
    broken,
    database_away,
    explain,
    help_page,
    missing_permissions,
    model_line,
    not_changed,
    not_moderator,
    outdated,
    refused,
    the_models,
)
from bot.look.card import card, job_link, model_name, result, thread_name
from bot.look.changes import change_panel, changed, changes_page, resolved_note
from bot.look.confirm import costly, leave_it, left_out, make_it, ordering, question_over
from bot.look.jobs import JOB_GROUPS, canceled, job_choice, job_page, jobs_page, not_canceled, resent
from bot.look.quota import given, history_page, my_usage, quota_of_member, quota_of_role, quota_overview
from bot.look.report import REPORT_CAPTIONS, report, report_files
from bot.look.settings import (
    all_too_dear,
    grants_only,
    hidden_commands,
    nothing_usable,
    provider_off,
    settings_page,
    too_small_for_all,
    words_page,
)
from bot.look.text import PROVIDERS, escaped, provider_name

__all__ = [
    "JOB_GROUPS",
    "PROVIDERS",
    "REPORT_CAPTIONS",
    "accepted",
    "all_too_dear",
    "broken",
    "canceled",
    "card",
    "change_panel",
    "changed",
    "changes_page",
    "costly",
    "database_away",
    "escaped",
    "explain",
    "given",
    "grants_only",
    "help_page",
    "hidden_commands",
    "history_page",
    "job_choice",
    "job_link",
    "job_page",
    "jobs_page",
    "leave_it",
    "left_out",
    "make_it",
    "missing_permissions",
    "model_line",
    "model_name",
    "my_usage",
    "not_canceled",
    "not_changed",
    "not_moderator",
    "nothing_usable",
    "ordering",
    "outdated",
    "provider_name",
    "provider_off",
    "question_over",
    "quota_of_member",
    "quota_of_role",
    "quota_overview",
    "refused",
    "report",
    "report_files",
    "resent",
    "resolved_note",
    "result",
    "settings_page",
    "the_models",
    "thread_name",
    "too_small_for_all",
    "words_page",
]
