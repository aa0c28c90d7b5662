"""The doctor against served simulators: one plain line for each check, whatever is wrong."""

import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from discord.gateway import DiscordWebSocket
from discord.http import Route
from sqlalchemy import update
from structlog.testing import capture_logs
from yarl import URL

from bot import doctor
from bot.settings import Settings
from sandbox.discord.server import SimulatedDiscord
from sandbox.discord.world import INVITE_PERMISSIONS
from sandbox.kling.server import SimulatedKling
from sandbox.stage import PROJECT, api_key, open_stage
from storage.database import Database
from storage.tables import balances

NOBODY = "http://127.0.0.1:9"

API_KEY = api_key("kling")
ACCESS_KEY = "access-key-simulated"
SECRET_KEY = "secret-key-simulated-32-bytes-long"

KLING = {"kling", "kling-new"}
"""One key, two APIs, a line for each."""

CHECKS = {"discord", "database", *KLING, "ffmpeg", "public address"}


@dataclass
class Clinic:
    """Both simulators and a migrated database."""

    discord: SimulatedDiscord
    kling: SimulatedKling
    database_url: str
    capsys: pytest.CaptureFixture[str]

    async def examine(self, **changes: Any) -> tuple[int, dict[str, list[str]]]:
        """The exit code, and by check its lines."""
        healthy = {
            "discord_token": self.discord.token,
            "discord_api_url": self.discord.api_url,
            "discord_gateway_url": self.discord.gateway_url,
            "database_url": self.database_url,
            "kling_api_key": API_KEY,
            "kling_base_url": self.kling.base_url,
        }
        code = await doctor.run(Settings.model_validate(healthy | changes))
        return code, by_check(self.capsys.readouterr().out)

    async def wrong(self, **changes: Any) -> dict[str, str]:
        """What is wrong, by check; every check has said something, none more than a line of it."""
        code, found = await self.examine(**changes)
        wrong = {name: lines[0][7:] for name, lines in found.items() if lines[0].startswith("WRONG  ")}
        assert code == (1 if wrong else 0)
        assert found.keys() == CHECKS
        assert all(len(found[name]) == 1 for name in wrong)
        return wrong


def by_check(output: str) -> dict[str, list[str]]:
    assert "Traceback" not in output
    found: dict[str, list[str]] = {}
    for line in output.splitlines():
        assert line.startswith(("ok     ", "WRONG  "))
        found.setdefault(line[7:].partition(":")[0], []).append(line)
    return found


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    async with Database(sqlite_url) as database_:
        yield database_


@pytest.fixture
async def clinic(
    sqlite_url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Clinic]:
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    account = SimulatedKling.start(api_key=API_KEY, access_key=ACCESS_KEY, secret_key=SECRET_KEY)
    async with SimulatedDiscord.start() as simulated, account as kling:
        with capture_logs():
            yield Clinic(simulated, kling, sqlite_url, capsys)
        simulated.checker.assert_clean()
        assert kling.creates == []


def test_the_invite_link_asks_for_what_is_checked() -> None:
    assert doctor.PERMISSIONS.value == INVITE_PERMISSIONS
    assert f"&permissions={INVITE_PERMISSIONS}`" in (PROJECT / "README.md").read_text("utf-8")


async def test_all_is_well(clinic: Clinic) -> None:
    code, found = await clinic.examine()
    assert code == 0
    assert {name: [line[:7] for line in lines] for name, lines in found.items()} == {
        "discord": ["ok     "] * 3,
        "database": ["ok     "] * 3,
        "kling": ["ok     "],
        "kling-new": ["ok     "],
        "ffmpeg": ["ok     "],
        "public address": ["ok     "],
    }
    assert "Stillmotion" in found["discord"][0]
    assert "1 server(s)" in found["discord"][1]
    link = URL(found["discord"][2].rpartition(" ")[2])
    assert dict(link.query) == {
        "client_id": str(clinic.discord.backend.application_id),
        "scope": "bot applications.commands",
        "permissions": str(INVITE_PERMISSIONS),
    }
    assert found["database"] == [
        "ok     database: can be written (sqlite)",
        "ok     database: the ledger adds up",
        "ok     database: no route is paused",
    ]


async def test_a_new_database(clinic: Clinic, tmp_path: Path) -> None:
    code, found = await clinic.examine(database_url=f"sqlite+aiosqlite:///{tmp_path / 'new' / 'x.db'}")
    assert code == 0
    assert found["database"] == ["ok     database: can be reached; the tables are made at the first start"]


async def test_postgresql(clinic: Clinic, postgresql_url: str) -> None:
    code, found = await clinic.examine(database_url=postgresql_url)
    assert code == 0
    assert found["database"][0] == "ok     database: can be written (postgresql)"


async def test_a_wrong_token(clinic: Clinic) -> None:
    found = await clinic.wrong(discord_token="not.the.token")
    assert found.keys() == {"discord"}
    assert "DISCORD_TOKEN" in found["discord"]
    assert "not.the.token" not in found["discord"]


async def test_a_discord_that_cannot_be_reached(clinic: Clinic) -> None:
    found = await clinic.wrong(discord_api_url=f"{NOBODY}/api/v10")
    assert found.keys() == {"discord"}
    assert "Discord cannot be reached" in found["discord"]


async def test_a_discord_that_is_down(clinic: Clinic) -> None:
    clinic.discord.faults.add("GET", "/users/@me$", status=503)
    assert "Discord cannot be reached: 503" in (await clinic.wrong())["discord"]


async def test_a_discord_that_does_not_answer(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PATIENCE", 0.2)
    clinic.discord.faults.add("GET", "/users/@me$", delay=0.5)
    assert (await clinic.wrong())["discord"] == "discord: no answer within 0.2 s"


async def test_missing_permissions_are_named_by_server(clinic: Clinic) -> None:
    backend = clinic.discord.backend
    second = clinic.discord.world.env.create_guild("Gallery")
    lacking = {
        clinic.discord.world.guild.id: discord.Permissions(view_channel=True, attach_files=True),
        second.id: discord.Permissions(send_messages=True),
    }
    for server_id, names in lacking.items():
        role = next(role for role in backend.get_guild(server_id).roles.values() if role.managed)
        role.permissions = INVITE_PERMISSIONS & ~names.value
        backend.get_guild(server_id).roles[server_id].permissions = 0
    found = await clinic.wrong()
    assert found.keys() == {"discord"}
    assert "Workshop lacks view channel, attach files" in found["discord"]
    assert "Gallery lacks send messages" in found["discord"]
    assert f"permissions={INVITE_PERMISSIONS}" in found["discord"]


async def test_of_many_servers_the_first_are_looked_at(clinic: Clinic) -> None:
    for number in range(doctor.MOST_SERVERS):
        clinic.discord.world.env.create_guild(f"Server {number}")
    code, found = await clinic.examine()
    assert code == 0
    assert found["discord"][1] == "ok     discord: permissions are complete in the first 20 servers; it is in more"
    assert sum(request.template == "/guilds/{guild_id}" for request in clinic.discord.requests) == doctor.MOST_SERVERS


async def test_paused_routes_are_told(clinic: Clinic, make_store, clock) -> None:
    clock.now = datetime.now(UTC)
    store, until = make_store(), clock() + timedelta(minutes=30)
    await store.pause("kling", "", until=until, reason="balance not enough")
    await store.pause("kling-new", "kling-v3", until=until, reason="model not found")
    await store.pause("aimlapi", "", until=clock(), reason="over")
    code, found = await clinic.examine()
    assert code == 0
    when = f"{until:%Y-%m-%d %H:%M} UTC"
    assert found["database"][2].partition("paused routes: ")[2].split("; ") == [
        f"kling (all models) until {when}: balance not enough",
        f"kling-new (kling-v3) until {when}: model not found",
    ]


async def test_a_wrong_key(clinic: Clinic) -> None:
    found = await clinic.wrong(kling_api_key="api-key-of-another")
    assert found.keys() == KLING
    for line in found.values():
        assert "api key not found" in line
        assert "api-key-of-another" not in line


async def test_a_pair_of_keys_is_for_the_older_api_only(clinic: Clinic) -> None:
    code, found = await clinic.examine(kling_api_key=None, kling_access_key=ACCESS_KEY, kling_secret_key=SECRET_KEY)
    assert code == 0
    assert found.keys() == CHECKS - {"kling-new"}


async def test_a_provider_that_cannot_be_reached(clinic: Clinic) -> None:
    found = await clinic.wrong(kling_base_url=NOBODY)
    assert found.keys() == KLING
    assert all("cannot be reached" in line for line in found.values())


async def test_a_database_that_cannot_be_reached(clinic: Clinic, tmp_path: Path) -> None:
    for url in (
        f"sqlite+aiosqlite:///{tmp_path}",
        f"sqlite+aiosqlite:///{Path(__file__) / 'x' / 'y.db'}",
        f"postgresql+asyncpg://me:hidden@/name?host={tmp_path}",
    ):
        found = await clinic.wrong(database_url=url)
        assert found.keys() == {"database"}
        assert "hidden" not in found["database"]


async def test_a_tampered_ledger(clinic: Clinic, make_store, database: Database, new_job) -> None:
    await make_store().accept(new_job())
    async with database.write() as connection:
        await connection.execute(update(balances).where(balances.c.scope == "member").values(held=3))
    found = await clinic.wrong()
    assert found.keys() == {"database"}
    assert "the ledger does not add up" in found["database"]
    assert "the balance says 0 added, 3 held and 0 spent, the entries 0, 10 and 0" in found["database"]


async def test_public_addresses(clinic: Clinic) -> None:
    async def alive(_request: web.Request) -> web.Response:
        return web.json_response({"status": "alive"})

    app = web.Application()
    app.add_routes([web.get("/bot/healthz", alive)])
    async with TestServer(app) as server:
        assert await clinic.wrong(public_url=str(server.make_url("/bot/"))) == {}
        found = await clinic.wrong(public_url=str(server.make_url("/")))
        assert f"{server.make_url('/healthz')} answers 404" in found["public address"]
    assert f"{NOBODY}/healthz cannot be reached" in (await clinic.wrong(public_url=NOBODY))["public address"]


async def test_everything_wrong_at_once(clinic: Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(tmp_path / "no-ffmpeg"))
    found = await clinic.wrong(
        discord_token="x",
        kling_api_key="y",
        database_url=f"sqlite+aiosqlite:///{tmp_path}",
        public_url=NOBODY,
    )
    assert found.keys() == CHECKS
    assert "no-ffmpeg" in found["ffmpeg"]


@pytest.mark.process
async def test_the_command(tmp_path: Path) -> None:
    async with open_stage(tmp_path) as stage:
        for changes, expected in (({}, 0), ({"KLING_API_KEY": "api-key-of-another"}, 1)):
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "doctor"),
                cwd=tmp_path,
                env=stage.environment | changes,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
            out, err = await asyncio.wait_for(process.communicate(), 40)
            assert process.returncode == expected
            found = by_check(out.decode())
            wrong = {name for name, lines in found.items() if lines[0].startswith("WRONG")}
            assert wrong == (KLING if expected else set())
            assert found.keys() == CHECKS
            for secret in (stage.discord.token, API_KEY, "api-key-of-another"):
                assert secret.encode() not in out + err
