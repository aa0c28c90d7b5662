"""One bot process from outside: a video, sudden death, orderly ends, and starts that cannot succeed."""

import asyncio
import json
import re
import sqlite3
from base64 import b64encode
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import aiohttp
import pytest

from bot.media.videos import check_whole
from sandbox.common.tasks import Timings
from sandbox.stage import BotEnded, Stage
from tests.process.conftest import answers_with, cards, eventually, order, results, wait_settled

pytestmark = pytest.mark.process

StageMaker = Callable[..., AbstractAsyncContextManager[Stage]]


async def test_a_photograph_becomes_a_video_in_a_thread(stage: Stage, tmp_path: Path) -> None:
    bot = await stage.start_bot()
    await stage.ready()
    answer = await order(stage.discord)
    assert answer.ephemeral
    assert "21 credits" in answer.text
    assert "79" in answer.text
    (result,) = await stage.discord.wait_for(lambda: results(stage.discord), 30, "the result")
    assert result.mentions == (stage.discord.world.alice.id,)
    assert not result.mention_everyone
    film = tmp_path / "result.mp4"
    film.write_bytes(result.attachments[0].data)
    video = await check_whole(film)
    assert (video.video_codec, video.pix_fmt) == ("h264", "yuv420p")
    assert video.duration == pytest.approx(5, abs=0.2)
    await wait_settled(stage.discord)
    (card,) = cards(stage.discord)
    assert card.mentions == ()
    assert stage.discord.threads(stage.discord.world.channel)[0].id == card.id
    assert len(stage.kling.creates) == 1
    moves = re.findall(r"job moved .*attempt=(\d) .*provider=kling seconds=[\d.]+ state=(\w+)", bot.log.read_text())
    assert moves == [("0", "queued"), *(("1", state) for state in ("submitting", "running", "delivering", "delivered"))]


async def test_f8_killed_while_running_the_same_video_arrives_once(make_stage: StageMaker) -> None:
    async with make_stage(timings=Timings(submitted=0.2, processing=3)) as stage:
        bot = await stage.start_bot()
        await stage.ready()
        await order(stage.discord)
        await stage.discord.wait_for(lambda: stage.discord.threads(stage.discord.world.channel), 10, "the thread")
        await eventually(lambda: "task submitted" in bot.log.read_text())
        await bot.kill()
        await stage.start_bot()
        await stage.discord.wait_for(lambda: results(stage.discord), 40, "the result")
        await wait_settled(stage.discord)
        assert len(stage.kling.creates) == 1
        assert len(results(stage.discord)) == 1
        assert len(cards(stage.discord)) == 1
        assert len(stage.discord.threads(stage.discord.world.channel)) == 1


async def test_sigterm_ends_it_in_order_and_a_later_start_goes_on(make_stage: StageMaker) -> None:
    async with make_stage(timings=Timings(submitted=0.2, processing=2)) as stage:
        bot = await stage.start_bot()
        await stage.ready()
        await order(stage.discord)
        assert await bot.stop(within=20) == 0
        again = await stage.start_bot()
        await stage.discord.wait_for(lambda: results(stage.discord), 30, "the result")
        await wait_settled(stage.discord)
        assert len(stage.kling.creates) == 1
        assert "commands unchanged" in again.log.read_text()
        assert sum(request.method == "PUT" for request in stage.discord.requests) == 1
        assert await again.stop() == 0


async def test_readiness_health_and_metrics(stage: Stage) -> None:
    bot = await stage.start_bot(LOG_FORMAT="json")
    await stage.ready()
    lines = [json.loads(line) for line in bot.log.read_text().splitlines()]
    (port,) = [line["port"] for line in lines if line["event"] == "web server listens"]
    base = f"http://127.0.0.1:{port}"
    async with aiohttp.ClientSession() as session:
        await eventually(partial(answers_with, session, f"{base}/readyz", 200))
        assert (await session.get(f"{base}/healthz")).status == 200
        metrics = await (await session.get(f"{base}/metrics")).text()
        assert 'stillmotion_loop_restarts_total{loop="watch"} 0.0' in metrics
        assert 'stillmotion_ready{part="database"} 1.0' in metrics
        for path in ("/callbacks/kling/none/none", "/callbacks/other/x/y"):
            assert (await session.post(f"{base}{path}", data=b"{}")).status == 404
        stage.discord.gateway.refuse_with = 503
        stage.discord.gateway.cut()
        assert await (await session.get(f"{base}/healthz")).json() == {"status": "alive"}


async def test_with_signed_callbacks_a_video_arrives_within_2_s_of_its_providers_success(
    make_stage: StageMaker,
) -> None:
    secret = "whsec_" + b64encode(b"the secret of this account").decode()
    async with make_stage(webhook_secret=secret, timings=Timings(submitted=0.2, processing=1)) as stage:
        (port,) = await _free_ports(1)
        await stage.start_bot(
            HTTP_PORT=str(port),
            PUBLIC_URL=f"http://127.0.0.1:{port}/behind/a/proxy/",
            KLING_WEBHOOK_SECRET=secret,
            POLL_INTERVAL_SECONDS="600",
            CATALOG_FILE="",
        )
        await stage.ready()
        await order(stage.discord)
        (result,) = await stage.discord.wait_for(lambda: results(stage.discord), 20, "the result, long before a look")
        (task,) = stage.kling.tasks
        assert result.created_at - task.updated_at < timedelta(seconds=2)
        await wait_settled(stage.discord)
        assert stage.kling.callbacks
        assert all(record.status == 200 and "webhook-signature" in record.headers for record in stage.kling.callbacks)
        assert secret not in stage.bots[0].log.read_text()


async def _free_ports(number: int) -> list[int]:
    servers = [await asyncio.start_server(lambda *_: None, "127.0.0.1", 0) for _ in range(number)]
    ports = [server.sockets[0].getsockname()[1] for server in servers]
    for server in servers:
        server.close()
        await server.wait_closed()
    return ports


async def test_a_discord_that_is_down_at_the_start_is_waited_for(stage: Stage) -> None:
    stage.discord.gateway.refuse_with = 503
    bot = await stage.start_bot()
    await eventually(lambda: "gateway connection failed" in bot.log.read_text())
    stage.discord.gateway.refuse_with = None
    await stage.ready()
    await order(stage.discord)
    await stage.discord.wait_for(lambda: results(stage.discord), 30, "the result")


async def test_a_wrong_token_ends_it_with_a_clear_message(stage: Stage) -> None:
    bot = await stage.start_bot(DISCORD_TOKEN="not.the.token")
    async with asyncio.timeout(20):
        assert await bot.process.wait() == 2
    text = bot.log.read_text()
    assert "DISCORD_TOKEN" in text
    assert "Traceback" not in text.split("stopped")[-1]


@pytest.mark.parametrize(("code", "word"), [(4004, "DISCORD_TOKEN"), (4014, "intents")])
async def test_a_discord_that_no_longer_wants_the_bot_ends_it_in_order(stage: Stage, code: int, word: str) -> None:
    """A token that is revoked while the bot runs, and intents that are no longer allowed; no job is lost by it."""
    bot = await stage.start_bot()
    await stage.ready()
    await order(stage.discord)
    stage.discord.gateway.close(code)
    async with asyncio.timeout(20):
        assert await bot.process.wait() == 2
    last = bot.log.read_text().splitlines()[-1]
    assert "stopped" in last
    assert word in last
    await stage.start_bot()
    await stage.discord.wait_for(lambda: results(stage.discord), 40, "the result")
    assert len(stage.kling.creates) == 1


async def test_a_wrong_catalogue_stops_the_start(stage: Stage) -> None:
    Path(stage.environment["CATALOG_FILE"]).write_text('{"models": [{"id": 1}]}')
    bot = await stage.start_bot()
    with pytest.raises(BotEnded, match="catalogue will not do"):
        await stage.ready()
    assert bot.process.returncode == 2


async def test_malformed_events_are_skipped(stage: Stage) -> None:
    bot = await stage.start_bot()
    await stage.ready()
    stage.discord.backend.emit("GUILD_UPDATE", {"id": str(stage.discord.world.guild.id)})
    stage.discord.backend.emit("THREAD_UPDATE", {"id": "no number"})
    await order(stage.discord)
    assert bot.running
    assert "event skipped" in bot.log.read_text()


async def test_a_picture_that_will_not_do_costs_nothing(stage: Stage) -> None:
    await stage.start_bot()
    await stage.ready()
    world = stage.discord.world
    call = await stage.discord.slash(
        world.alice, world.channel, "animate", image=(b"just text", "photo.png"), prompt="x"
    )
    answer = await call.answer()
    assert answer.ephemeral
    assert "othing was charged" in answer.text
    assert stage.kling.creates == []
    with closing(sqlite3.connect(stage.folder / "data" / "stillmotion.db")) as database:
        assert database.execute("SELECT count(*) FROM jobs").fetchone() == (0,)
        assert database.execute("SELECT count(*) FROM ledger").fetchone() == (0,)
