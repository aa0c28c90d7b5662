"""The loops behind their cog, and an order that they bring into the simulated Discord."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime

import discord
import pytest
import yarl
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.pipeline.cards import Cards
from bot.pipeline.intake import Intake
from bot.pipeline.routes import Routes
from bot.pipeline.supervise import Bell, Crew, Loop, step_of
from bot.publisher import Publisher
from cogs import replies
from cogs.animate import Animate
from cogs.tasks import Tasks
from providers.catalog import load
from sandbox.discord import SimulatedDiscord
from storage.database import Database
from storage.quotas import Quotas
from storage.records import Claim
from storage.store import Store
from tests.cogs.conftest import PHOTO


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def store(database: Database) -> Store:
    return Store(database, clock=now, owner="one", default_allowance=100)


@pytest.fixture
async def simulated(
    database: Database, store: Store, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[SimulatedDiscord]:
    """A Discord with a bot that takes orders and posts their cards."""
    async with SimulatedDiscord.start() as discord_:
        monkeypatch.setattr(Route, "BASE", discord_.api_url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(discord_.gateway_url))
        catalog, bell, crew = load(), Bell(), Crew(store)
        bot = commands.Bot(commands.when_mentioned, intents=discord.Intents(guilds=True), help_command=None)
        cards = Cards(store=store, messenger=Publisher(bot, catalog=catalog, clock=now), bell=bell, clock=now)
        quotas = Quotas(database, clock=now, default_allowance=100)
        intake = Intake(
            routes=Routes(catalog=catalog, clients=["kling"], store=store, quotas=quotas, clock=now),
            max_running={"kling": 3},
            store=store,
            quotas=quotas,
            bell=bell,
            clock=now,
            new_id=lambda: "f" * 32,
            new_token=lambda: "token",
        )
        posting = Loop("card", step_of(cards, store=store, crew=crew, bell=bell, clock=now), clock=now)
        async with bot:
            await bot.login(discord_.token)
            await bot.add_cog(Animate(intake=intake, cards=cards))
            await bot.add_cog(Tasks(loops=[posting], renewal=Loop("renew", crew.renew, clock=now), crew=crew))
            await bot.tree.sync()
            running = asyncio.create_task(bot.connect())
            await discord_.bot_ready()
            yield discord_
        await running
        discord_.checker.assert_clean()


async def test_the_answer_links_to_the_card(simulated: SimulatedDiscord, store: Store):
    world = simulated.world
    invocation = await simulated.slash(world.alice, world.channel, "animate", image=(PHOTO[1], PHOTO[0]), prompt="wind")
    answer = await invocation.answer()
    assert answer.ephemeral
    card = simulated.messages(world.channel)[-1]
    assert "f" * 32 in card.text
    (button,) = answer.buttons
    assert button["url"] == f"https://discord.com/channels/{world.guild.id}/{world.channel.id}/{card.id}"
    thread = await simulated.wait_for(lambda: next(iter(simulated.threads(world.channel)), None))
    assert thread.name == "wind"


async def test_jobs_in_hand_are_finished_while_their_leases_are_kept(store: Store, new_job):
    await store.accept(new_job())
    crew, seen = Crew(store), []
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def work(claims: Sequence[Claim]) -> None:
        begun.set()
        await may_end.wait()
        seen.append(tasks_alive())

    async def take() -> None:
        if not begun.is_set():
            crew.take(await store.claim_cards(limit=1), work, lambda: None)
        await begun.wait()
        await asyncio.sleep(60)

    taking, renewal = Loop("taking", take, clock=now), Loop("renew", crew.renew, clock=now)
    cog = Tasks(loops=[taking], renewal=renewal, crew=crew)

    def tasks_alive() -> tuple[bool, bool]:
        return taking.alive, renewal.alive

    await cog.cog_load()
    await begun.wait()
    asyncio.get_running_loop().call_later(0.05, may_end.set)
    await cog.cog_unload()
    assert seen == [(False, True)]
    assert tasks_alive() == (False, False)


@pytest.mark.parametrize("when", ["before", "after"])
async def test_an_answer_that_was_lost_on_its_way_is_given_again(
    simulated: SimulatedDiscord, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    monkeypatch.setattr(replies, "TRY_AGAIN_SECONDS", (0.01, 0.01))
    fault = simulated.faults.add("PATCH", "/webhooks/", times=1, reset=True, when=when)
    world = simulated.world
    call = await simulated.slash(world.alice, world.channel, "animate", image=(PHOTO[1], PHOTO[0]), prompt="x")
    answer = await call.answer()
    assert fault.hits == 1
    assert "21 credits" in answer.text
