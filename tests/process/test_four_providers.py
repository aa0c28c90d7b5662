"""One bot process with all four providers behind it."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.media.videos import check_whole
from sandbox import demo
from sandbox.demo import sample_photograph
from sandbox.stage import PROVIDERS, Stage
from tests.process.conftest import results

pytestmark = pytest.mark.process

ORDERS: Mapping[str, dict[str, str]] = {
    "kling": {"model": "kling-v2-5-turbo"},
    "aimlapi": {"model": "kling-v2-1", "mode": "pro"},
    "ezmodel": {"model": "kling-v2-5-turbo"},
    "ai302": {"model": "kling-v1-5"},
}


async def test_each_provider_makes_what_it_was_named_for(
    make_stage: Callable[..., AbstractAsyncContextManager[Stage]], tmp_path: Path
) -> None:
    async with make_stage(providers=PROVIDERS) as stage:
        await stage.start_bot(DEFAULT_ALLOWANCE="1000")
        await stage.ready()
        world, photo = stage.discord.world, (sample_photograph(), "photo.jpg")
        for provider, options in ORDERS.items():
            call = await stage.discord.slash(
                world.alice, world.channel, "animate", image=photo, prompt=provider, provider=provider, **options
            )
            assert "Your video is ordered" in (await call.answer()).text
        await stage.discord.wait_for(lambda: len(results(stage.discord)) == len(PROVIDERS) or None, 60, "all videos")
        assert [len(simulated.creates) for simulated in stage.simulators.values()] == [1] * len(PROVIDERS)
        for number, result in enumerate(results(stage.discord)):
            film = tmp_path / f"{number}.mp4"
            film.write_bytes(result.attachments[0].data)
            assert (await check_whole(film)).duration == pytest.approx(5, abs=0.2)


async def test_the_demo_names_what_it_can_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert tuple(demo.CHOICES) == PROVIDERS
    assert await demo.demo("runway") == 2
    assert (
        capsys.readouterr().out == "There is no simulated provider 'runway'; there is " + ", ".join(PROVIDERS) + ".\n"
    )
