"""`/jobs`: what members do with their own jobs, and moderators with those of everybody."""

from collections.abc import Mapping
from typing import Final

import discord
import structlog
from discord import app_commands, ui
from discord.ext import commands

from bot import look
from bot.pipeline.cards import Cards
from bot.pipeline.decide import Decide
from bot.pipeline.intake import Intake
from bot.pipeline.resend import Resend
from cogs.authority import FOR_MEMBERS, GuardedCog, is_moderator, may_decide
from cogs.confirm import place
from cogs.errors import ORDERS, NotChanged
from cogs.job_pages import SIZE, Leaf, TurnLeaf
from cogs.named import choices, named, options, texts
from cogs.repeat import check_ended, repeat
from cogs.replies import answer, server_of
from languages.sentence import Sentence
from providers.catalog import Catalog
from storage.errors import StateChanged, StorageUnavailable
from storage.quota_records import Change
from storage.quotas import Quotas
from storage.records import Job
from storage.states import REPEATABLE, SETTLING, WAITING, JobState
from storage.store import Store

log = structlog.get_logger()

_SUGGESTED: Final = 25
_LOOKED_THROUGH: Final = 100

_FITTING: Final[Mapping[str, frozenset[JobState]]] = {
    "show": frozenset(JobState),
    "cancel": frozenset({JobState.QUEUED}),
    "retry": REPEATABLE,
    "resend": SETTLING,
    "resolve": frozenset({JobState.UNCERTAIN, JobState.SUBMITTING, JobState.RUNNING}),
}
"""The jobs that each command suggests."""

_GROUPS: Final = choices("jobs-group", look.JOB_GROUPS)

JobId = app_commands.Range[str, 1, 32]
TaskId = app_commands.Range[str, 1, 128]

_OUTCOMES: Final = choices("choice-outcome", ("attach", "release", "again"))


async def _suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    cog: Jobs = interaction.client.get_cog(Jobs.__name__)  # type: ignore[attr-defined]
    try:
        return await cog.suggestions(interaction, typed)
    except StorageUnavailable as error:
        log.warning("cannot suggest jobs", reason=str(error))
        return []


@app_commands.allowed_contexts(guilds=True)
@app_commands.allowed_installs(guilds=True)
class Jobs(GuardedCog, group_name=named("command-jobs"), group_description=named("command-jobs.description")):
    """Members name their own jobs of this server; moderators may name those of everybody in it."""

    def __init__(
        self,
        *,
        bot: commands.Bot,
        store: Store,
        quotas: Quotas,
        catalog: Catalog,
        intake: Intake,
        cards: Cards,
        decide: Decide,
        resend: Resend,
    ) -> None:
        super().__init__(quotas)
        self._bot = bot
        self._store = store
        self._catalog = catalog
        self._intake = intake
        self._cards = cards
        self._decide = decide
        self._resend = resend

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(TurnLeaf)

    async def cog_unload(self) -> None:
        self._bot.remove_dynamic_items(TurnLeaf)

    @app_commands.command(**texts("jobs-list"), extras={FOR_MEMBERS: True})
    @options("jobs-list", "state")
    @app_commands.choices(state=_GROUPS)
    async def list_(self, interaction: discord.Interaction, state: str = "all") -> None:
        await answer(interaction, await self.page(interaction, Leaf(interaction.user.id, state)))

    async def page(self, interaction: discord.Interaction, leaf: Leaf) -> ui.LayoutView:
        """A page of the member's own list."""
        states = look.JOB_GROUPS.get(leaf.group)
        if states is None:  # of another version of the bot
            return look.outdated()
        found = await self._store.jobs_of(
            server_of(interaction), leaf.member_id, states=states, skip=leaf.skip, limit=SIZE + 1
        )
        return look.jobs_page(found[:SIZE], self._catalog, leaf.group, leaf.turns(found))

    @app_commands.command(**texts("jobs-show"), extras={FOR_MEMBERS: True})
    @options("jobs", "job")
    @app_commands.autocomplete(job=_suggest)
    async def show(self, interaction: discord.Interaction, job: JobId) -> None:
        found = await self._job(interaction, job)
        queue = await self._store.place(found) if found.state in WAITING else None
        moderator = await is_moderator(interaction, self.quotas)
        name = look.model_name(self._catalog, found.model)
        await answer(interaction, look.job_page(found, name, queue, for_moderator=moderator))

    @app_commands.command(**texts("jobs-cancel"), extras={FOR_MEMBERS: True})
    @options("jobs", "job")
    @app_commands.autocomplete(job=_suggest)
    async def cancel(self, interaction: discord.Interaction, job: JobId) -> None:
        found = await self._job(interaction, job)
        try:
            view = look.canceled(await self._decide.cancel(found, actor_id=interaction.user.id))
        except StateChanged:
            view = look.not_canceled(await self._job(interaction, job))
        await answer(interaction, view)

    @app_commands.command(**texts("jobs-retry"), extras={FOR_MEMBERS: True, ORDERS: True})
    @options("jobs", "job")
    @app_commands.autocomplete(job=_suggest)
    async def retry(self, interaction: discord.Interaction, job: JobId) -> None:
        found = await self._job(interaction, job)
        check_ended(found)
        order = repeat(interaction, found, self._store)
        await place(interaction, order, intake=self._intake, cards=self._cards)

    @app_commands.command(**texts("jobs-resend"), extras={FOR_MEMBERS: True})
    @options("jobs", "job")
    @app_commands.autocomplete(job=_suggest)
    async def resend(self, interaction: discord.Interaction, job: JobId) -> None:
        found = await self._job(interaction, job)
        outcome = await self._resend.take(found, channel_id=interaction.channel_id or found.channel_id)
        await answer(interaction, look.resent(outcome, found))

    @app_commands.command(**texts("jobs-resolve"))
    @options("jobs", "job")
    @options("jobs-resolve", "outcome", "task", "reason")
    @app_commands.choices(outcome=_OUTCOMES)
    @app_commands.autocomplete(job=_suggest)
    async def resolve(
        self,
        interaction: discord.Interaction,
        job: JobId,
        outcome: str,
        task: TaskId | None = None,
        reason: app_commands.Range[str, 1, 300] = "",
    ) -> None:
        found = await self._job(interaction, job)
        if not found.on_hold:
            raise NotChanged(Sentence("jobs-not-on-hold"))
        if found.state is JobState.RUNNING and outcome != "release":
            raise NotChanged(Sentence("jobs-late-with-task"))
        change = await self._resolved(found, outcome, (task or "").strip(), interaction.user.id, reason)
        await answer(interaction, look.changed(change, look.resolved_note(change)))

    async def _resolved(self, job: Job, outcome: str, task: str, actor_id: int, reason: str) -> Change:
        if (outcome == "attach") != bool(task):
            raise NotChanged(Sentence("jobs-attach-needs-task"))
        match outcome:
            case "attach":
                return await self._decide.attach(job, task, actor_id=actor_id, reason=reason)
            case "release":
                return await self._decide.release(job, actor_id=actor_id, reason=reason)
            case _:
                return await self._decide.again(job, actor_id=actor_id, reason=reason)

    async def suggestions(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Jobs that the command can be used on, and that this member may name."""
        command = interaction.command.name if interaction.command else ""
        moderator = await is_moderator(interaction, self.quotas)
        if command == "resolve" and not moderator:
            return []
        found = await self._store.jobs_of(
            server_of(interaction),
            None if moderator else interaction.user.id,
            states=_FITTING[command],
            limit=_LOOKED_THROUGH,
        )
        wanted = typed.strip().casefold()
        fitting = [job for job in found if job.on_hold or command != "resolve"]
        choices = [app_commands.Choice(name=look.job_choice(job), value=job.id) for job in fitting]
        return [one for one in choices if wanted in one.name.casefold() or wanted in one.value][:_SUGGESTED]

    async def _job(self, interaction: discord.Interaction, job_id: str) -> Job:
        """The job, if this member may name it; whether others have such a job is nobody's business."""
        job = await self._store.job(job_id.strip())
        if (
            job is None
            or job.server_id != server_of(interaction)
            or not await may_decide(interaction, job, self.quotas)
        ):
            raise NotChanged(Sentence("jobs-no-such-job"))
        return job
