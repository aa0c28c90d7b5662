"""Every option of a provider's document, from a member's command to what arrives at that provider.

The real bot runs as a process of its own. What arrived is compared as JSON text, so that 5, 5.0 and "5" are three
things; pictures stand in it by their names, and masks by where they are white.
"""

import io
import json
import sqlite3
from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from PIL import Image

from sandbox.common.faults import Fate
from sandbox.stage import AnySimulator, Stage
from tests.process.conftest import checked_stage, results

WIDTH, HEIGHT = 400, 320
PUBLIC_URL = "https://bot.example"


def _picture(colour: str, form: str, size: tuple[int, int] = (WIDTH, HEIGHT)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, form)
    return out.getvalue()


def _mask() -> bytes:
    """White on the left half; twice as large as the picture, which the bot has to mend."""
    mask = Image.new("L", (WIDTH, HEIGHT))
    mask.paste(255, (0, 0, WIDTH // 2, HEIGHT))
    out = io.BytesIO()
    mask.resize((WIDTH * 2, HEIGHT * 2), Image.Resampling.NEAREST).save(out, "PNG")
    return out.getvalue()


PHOTO = _picture("teal", "JPEG")
END = _picture("orange", "PNG")
STATIC_MASK = "<mask 400x320, white in (0, 0, 200, 320)>"

MOTION = """[
  {"area": [[40, 32], [120, 32], [120, 96], [40, 96]], "path": [[80, 64], [300, 64], [300, 300]]},
  {"area": [[200, 200], [399, 200], [399, 319], [200, 319]], "path": [[0, 0], [399, 319]]}
]"""
MOTION_MASKS = ["<mask 400x320, white in (40, 32, 121, 97)>", "<mask 400x320, white in (200, 200, 400, 320)>"]
TRAJECTORIES = [
    [{"x": 80, "y": 255}, {"x": 300, "y": 255}, {"x": 300, "y": 19}],
    [{"x": 0, "y": 319}, {"x": 399, "y": 0}],
]
"""The paths of ``MOTION`` from the bottom left corner."""

UPLOADS = {"image": (PHOTO, "photo.jpg"), "end_image": (END, "end.png"), "static_mask": (_mask(), "mask.png")}


def wire(value: Any) -> str:
    """What travelled, as text."""
    return json.dumps(_legible(value), indent=1, sort_keys=True, ensure_ascii=False)


def _legible(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _legible(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_legible(item) for item in value]
    if isinstance(value, str) and len(value) > 200:
        prefix, comma, text = value.rpartition(",")
        try:
            return prefix + comma + named(b64decode(text, validate=True))
        except NoBase64:
            return value
    return value


def named(content: bytes) -> str:
    """A picture's name, or what a mask looks like."""
    known = {PHOTO: "<photo>", END: "<end>"}
    if content in known:
        return known[content]
    with Image.open(io.BytesIO(content), formats=["PNG"]) as mask:
        assert mask.mode == "L"
        box = mask.getbbox()
        assert mask.crop(box).getextrema() == (255, 255)
        return f"<mask {mask.width}x{mask.height}, white in {box}>"


@dataclass(frozen=True)
class Member:
    """Alice, who types ``/animate`` and names the provider."""

    stage: Stage
    provider: str

    @property
    def simulated(self) -> AnySimulator:
        return self.stage.simulators[self.provider]

    async def animate(self, *uploads: str, film: bool = False, **options: Any) -> dict[str, Any]:
        """What arrived at the provider. Tasks fail, unless a ``film`` is wanted: that costs processor time."""
        before = len(self.simulated.creates)
        if not film:
            self.simulated.faults.doom(Fate(fail_with="no film is wanted"))
        answer = await self._answer(*uploads, **options)
        assert "Your video is ordered" in answer, answer
        return await self.stage.discord.changes.until(lambda: self._create(before), 20, "the create")

    async def refused(self, *uploads: str, **options: Any) -> str:
        """The answer to a command by which nothing was ordered and nothing sent to the provider."""
        before = list(self.simulated.offered)
        answer = await self._answer(*uploads, **options)
        assert "othing was charged" in answer, answer
        assert self.simulated.offered == before
        return answer

    async def _answer(self, *uploads: str, **options: Any) -> str:
        world = self.stage.discord.world
        pictures = {name: UPLOADS[name] for name in ("image", *uploads)}
        given = {"provider": self.provider} | pictures | options
        call = await self.stage.discord.slash(world.alice, world.channel, "animate", **given)
        return (await call.answer(20)).text

    def _create(self, number: int) -> dict[str, Any] | None:
        return self.simulated.creates[number] if len(self.simulated.creates) > number else None

    @property
    def path(self) -> str:
        """Where the last create went to."""
        return [seen.path for seen in self.simulated.requests if seen.operation == "create"][-1]

    @property
    def job(self) -> str:
        """The last job's id."""
        return self._job("id")

    @property
    def callback_url(self) -> str:
        return f"{PUBLIC_URL}/callbacks/{self.provider}/{self.job}/{self._job('callback_token')}"

    def _job(self, column: str) -> str:
        with closing(sqlite3.connect(self.stage.folder / "data" / "stillmotion.db")) as database:
            query = f"SELECT {column} FROM jobs ORDER BY created_at DESC, interaction_id DESC LIMIT 1"  # noqa: S608
            return str(database.execute(query).fetchone()[0])

    async def video(self) -> bytes:
        """The one film that was wanted, as it arrived in its thread."""
        (result,) = await self.stage.discord.wait_for(lambda: results(self.stage.discord), 60, "the video")
        return result.attachments[0].data


MemberAt = Callable[..., Awaitable[Member]]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def member_at(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[MemberAt]:
    """``await member_at("kling")`` is a member on a stage with that provider and a bot; options are the stage's.

    Tests of a module that ask for the same get the same: a bot's start costs as much as a hundred commands.
    """
    async with AsyncExitStack() as stack:
        members: dict[str, Member] = {}

        async def member_at(provider: str, **options: Any) -> Member:
            key = json.dumps([provider, options], sort_keys=True, default=repr)
            if key not in members:
                folder = tmp_path_factory.mktemp(provider)
                stage = await stack.enter_async_context(
                    checked_stage(folder, providers=[provider], max_parallel=50, **options)
                )
                await stage.start_bot(DEFAULT_ALLOWANCE="1000000", PUBLIC_URL=PUBLIC_URL)
                await stage.ready()
                members[key] = Member(stage, provider)
            return members[key]

        yield member_at
