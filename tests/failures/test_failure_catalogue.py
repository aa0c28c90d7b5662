"""Failures that were seen in other bots (facts/competitors.md, section 6) and have no better place: here they fail.

Each runs real clients and the real publisher against simulated providers and a simulated Discord.
"""

import base64
import json
from datetime import timedelta
from typing import Any, Final

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.pipeline.supervise import Bell
from bot.web.callbacks import Callbacks
from providers.kling import KlingProvider
from providers.kling_auth import KeyPair
from sandbox.common.faults import Fate
from sandbox.common.tasks import Timings
from sandbox.kling import SimulatedKling
from storage.records import Job
from storage.states import JobState
from tests.bot.pipeline.conftest import KEY, PHOTO_URL, House
from tests.bot.pipeline.test_each_provider import ORDERS
from tests.bot.web.conftest import build_server
from tests.conftest import ManualClock
from tests.kill.conftest import PHOTO, Scene, Theatre
from tests.kill.seams import Life

KLING: Final[dict[str, Any]] = ORDERS["kling"]


async def running(scene: Scene, house: House) -> Job:
    """An order that the provider is working on, with its card and thread."""
    await house.intake.take(scene.order(), 1_000_000)
    await scene.drive(house, house.cards, house.submit, house.cards)
    return await left(scene, house, JobState.RUNNING)


async def left(scene: Scene, house: House, state: JobState) -> Job:
    job = await house.store.job(scene.job_id)
    assert job is not None
    assert job.state is state
    return job


async def delivered(scene: Scene, house: House) -> Job:
    await house.finish_film()
    await scene.go_on(house)
    return await left(scene, house, JobState.DELIVERED)


async def call_back(house: House, job: Job, token: str, **told: Any) -> int:
    """What the bot's own web server answers to a callback."""
    callbacks = Callbacks(store=house.store, bell=Bell(), providers=["kling"], signatures={})
    body = {"task_id": job.provider_task_id, "external_task_id": job.id, **told}
    async with build_server(house.store, callbacks) as server, aiohttp.ClientSession() as session:
        address = f"http://127.0.0.1:{server.port}/callbacks/kling/{job.id}/{token}"
        async with session.post(address, json=body) as answer:
            return answer.status


async def test_f5_a_callback_that_tells_of_a_failure_ends_the_job_and_gives_the_credits_back(theatre: Theatre) -> None:
    async with theatre.scene("kling", **KLING) as scene:
        scene.simulators["kling"].faults.doom(Fate(fail_with="the picture shows nothing"))
        house = await scene.start()
        job = await running(scene, house)
        await house.finish_film()
        await scene.drive(house, house.watch)
        await left(scene, house, JobState.RUNNING)  # its first look is not due yet
        assert await call_back(house, job, job.callback_token, task_status="failed") == 200
        await scene.drive(house, house.watch)
        failed = await left(scene, house, JobState.FAILED)
        assert failed.failure
        usage = await house.store.usage(job.server_id, job.member_id)
        assert (usage.held, usage.spent) == (0, 0)


async def test_f12_f24_the_result_is_the_file_itself_with_a_player(theatre: Theatre) -> None:
    async with theatre.scene("kling", **KLING) as scene:
        house = await scene.start()
        await running(scene, house)
        job = await delivered(scene, house)
        (message,) = [one for one in scene.discord.messages(scene.threads()[0]) if one.attachments]
        (file,) = message.attachments
        assert (file.content_type, file.data) == ("video/mp4", scene.film)
        assert message.embeds == ()
        assert job.video_url is not None
        assert "http" not in message.text


async def test_f13_a_result_does_not_need_the_token_of_its_interaction(theatre: Theatre) -> None:
    async with theatre.scene("kling", **KLING) as scene:
        house = await scene.start()
        await running(scene, house)
        await scene.pass_time(timedelta(hours=2))
        before = len(scene.discord.requests)
        await delivered(scene, house)
        paths = [request.path for request in scene.discord.requests[before:]]
        assert [path for path in paths if path.startswith(("/webhooks", "/interactions"))] == []


@pytest.mark.parametrize("token", ["", "callback-tokem", "callback-token2", "%00"])
async def test_f14_a_callback_without_the_jobs_token_changes_nothing(theatre: Theatre, token: str) -> None:
    async with theatre.scene("kling", **KLING) as scene:
        house = await scene.start()
        job = await running(scene, house)
        won = {"task_status": "succeed", "task_result": {"videos": [{"id": "1", "url": "https://example.org/x.mp4"}]}}
        assert await call_back(house, job, token, **won) == 404
        assert await left(scene, house, JobState.RUNNING) == job


@pytest.mark.parametrize("client", ORDERS)
async def test_f15_a_key_goes_to_its_provider_only_and_into_no_log(theatre: Theatre, client: str) -> None:
    async with theatre.scene(client, **ORDERS[client]) as scene:
        house = await scene.start()
        with capture_logs() as logs:
            await running(scene, house)
            await delivered(scene, house)
        (simulated,) = scene.simulators.values()
        files = [seen for seen in simulated.requests if seen.operation == "file"]
        assert files
        assert [seen for seen in files if KEY in str(seen.headers)] == []
        assert [seen.target for seen in simulated.requests if KEY in seen.target] == []
        assert KEY not in json.dumps([request.json for request in scene.discord.requests])
        assert logs
        assert KEY not in json.dumps(logs, default=str)


@pytest.mark.parametrize("client", ORDERS)
async def test_f16_a_members_picture_goes_to_discord_and_the_provider_and_nowhere_else(
    theatre: Theatre, client: str
) -> None:
    async with theatre.scene(client, **ORDERS[client]) as scene:
        house, life = await scene.start(), Life()
        assert await life.run(scene.whole_life(house))
        (simulated,) = scene.simulators.values()
        homes = (scene.discord.api_url, simulated.base_url)
        requests = [
            step.partition(" ")[2] for step in life.steps if step.startswith(("GET ", "POST ", "PUT ", "PATCH "))
        ]
        assert len(requests) > 5
        assert [url for url in requests if not url.startswith(homes)] == []
        (create,) = simulated.creates
        assert PHOTO_URL not in str(create)
        assert base64.b64encode(PHOTO).decode()[:200] in str(create) or PHOTO in _files(create)


def _files(create: dict[str, Any]) -> list[bytes]:
    return [part.content for part in create.values() if hasattr(part, "content")]


async def test_f19_f20_looking_again_and_again_posts_nothing_and_invents_no_progress(theatre: Theatre) -> None:
    async with theatre.scene("kling", **KLING) as scene:
        scene.simulators["kling"].faults.doom(Fate(never_finish=True))
        house = await scene.start()
        await running(scene, house)
        before = len(scene.discord.requests)
        (card,) = scene.cards()
        for _ in range(10):
            await scene.pass_time(timedelta(minutes=2))
            await scene.drive(house, house.watch, house.cards)
        looks = [seen for seen in scene.simulators["kling"].requests if seen.operation == "query"]
        assert len(looks) >= 5
        assert scene.discord.requests[before:] == []
        assert "%" not in card.text
        assert [one.text for one in scene.cards()] == [card.text]


async def test_f26_a_token_is_signed_again_before_it_ends(clock: ManualClock) -> None:
    quick = Timings(0, 0)
    async with SimulatedKling.start(access_key="ak", secret_key="s" * 32, clock=clock, timings=quick) as kling:
        client = KlingProvider(kling.base_url, KeyPair("ak", "s" * 32, clock))
        try:
            for _ in range(5):
                assert await client.find("0" * 32) is None
                clock.advance(timedelta(minutes=29))
        finally:
            await client.close()
        tokens = [seen.headers["Authorization"] for seen in kling.requests]
        assert len(tokens) == len(set(tokens)) == 5
