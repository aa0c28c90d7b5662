"""The wire itself: what discord.py never shows, or what needs time to pass."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from sandbox.discord import BOT_TOKEN, SimulatedDiscord


@pytest.fixture
async def rest(discord: SimulatedDiscord) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(headers={"Authorization": f"Bot {BOT_TOKEN}"}) as session:
        yield session


async def call(session: aiohttp.ClientSession, method: str, url: str, **options) -> tuple[int, dict[str, Any]]:
    async with session.request(method, url, **options) as response:
        return response.status, (await response.json() if response.status != 204 else {})


def upload(data: bytes, name: str = "a.mp4") -> aiohttp.FormData:
    form = aiohttp.FormData()
    form.add_field("payload_json", json.dumps({"attachments": [{"id": 0, "filename": name}]}))
    form.add_field("files[0]", data, filename=name, content_type="application/octet-stream")
    return form


@pytest.fixture
def messages_url(discord: SimulatedDiscord) -> str:
    return f"{discord.api_url}/channels/{discord.world.channel.id}/messages"


async def test_json_carries_no_charset(discord, rest) -> None:
    async with rest.get(f"{discord.api_url}/users/@me") as response:
        assert response.headers["Content-Type"] == "application/json"
        assert (await response.json())["username"] == "Stillmotion"


async def test_without_the_token_nothing_is_answered(discord, messages_url) -> None:
    async with aiohttp.ClientSession(headers={"Authorization": "Bot other"}) as session:
        assert await call(session, "GET", messages_url) == (401, {"code": 0, "message": "401: Unauthorized"})


@pytest.mark.parametrize("via", [True, False])
async def test_a_rate_limit_says_whose_it_is(discord, rest, messages_url, via: bool) -> None:
    discord.faults.add("GET", "/messages", status=429, retry_after=1.5, is_global=True, via=via)
    async with rest.get(messages_url) as response:
        assert ("Via" in response.headers, response.headers["Retry-After"]) == (via, "1.5")
        assert (await response.json())["global"] is True


async def test_messages_after_another_are_those_next_to_it(discord, rest, messages_url) -> None:
    ids = [str((await discord.post(discord.world.bob, discord.world.channel, str(n))).id) for n in range(5)]
    for after, expected in ((ids[0], ids[1:3]), (ids[3], ids[4:]), (ids[4], [])):
        async with rest.get(messages_url, params={"after": after, "limit": "2"}) as response:
            assert [message["id"] for message in await response.json()] == expected[::-1]


async def test_the_gateway_is_told(discord, rest) -> None:
    status, body = await call(rest, "GET", f"{discord.api_url}/gateway/bot")
    assert (status, body["url"], body["shards"]) == (200, discord.gateway_url, 1)


@pytest.mark.parametrize(("enforce", "seconds", "created"), [(True, 0, 1), (False, 0, 2), (True, 301, 2)])
async def test_an_enforced_nonce_holds_for_minutes(discord, rest, messages_url, enforce, seconds, created) -> None:
    body = {"content": "once", "nonce": "12", "enforce_nonce": enforce}
    _, first = await call(rest, "POST", messages_url, json=body)
    discord.advance(seconds)
    status, second = await call(rest, "POST", messages_url, json=body)

    assert (status, second["nonce"]) == (200, "12")
    assert len({first["id"], second["id"]}) == created
    assert [view.nonce for view in discord.messages(discord.world.channel)] == ["12"] * created


async def test_uploads_can_be_fetched_until_their_link_expires(discord, rest, messages_url) -> None:
    _, message = await call(rest, "POST", messages_url, data=upload(b"video", "my film é.mp4"))
    url = message["attachments"][0]["url"]

    async with aiohttp.ClientSession() as anybody:
        async with anybody.get(url) as response:
            assert await response.read() == b"video"
        async with anybody.get(url.replace("hm=", "hm=0")) as response:
            assert response.status == 404
        discord.advance(25 * 3600)
        async with anybody.get(url) as response:
            assert response.status == 404


async def test_a_file_over_the_limit_is_refused(discord, rest, messages_url) -> None:
    discord.api.upload_limit = 1000
    assert (await call(rest, "POST", messages_url, data=upload(b"x" * 1000)))[0] == 200
    status, body = await call(rest, "POST", messages_url, data=upload(b"x" * 1001))
    assert (status, body["code"]) == (413, 40005)


@pytest.mark.parametrize(("when", "kept"), [("before", 0), ("after", 1)])
async def test_a_reset_connection(discord, rest, messages_url, when, kept) -> None:
    discord.faults.add("POST", "/messages$", reset=True, when=when)
    with pytest.raises(aiohttp.ClientConnectionError):
        await call(rest, "POST", messages_url, json={"content": "lost?"})

    assert len(discord.messages(discord.world.channel)) == kept
    assert discord.requests[-1].status is None


async def test_an_answer_can_be_held_back_after_the_deed(discord, rest, messages_url) -> None:
    discord.faults.add("POST", "/messages$", when="after", delay=0.3)
    posting = asyncio.create_task(call(rest, "POST", messages_url, json={"content": "there already"}))

    await discord.wait_for(lambda: discord.messages(discord.world.channel), 5, "the message")
    assert not posting.done()
    assert (await posting)[0] == 200


async def test_a_fault_ends_after_its_times(discord, rest, messages_url) -> None:
    fault = discord.faults.add("*", "/messages", times=2, status=503)
    statuses = [(await call(rest, "GET", messages_url))[0] for _ in range(3)]
    assert (statuses, fault.hits) == ([503, 503, 200], 2)


async def test_threads_take_one_start_and_wake_when_written_to(discord, rest, messages_url) -> None:
    _, starter = await call(rest, "POST", messages_url, json={"content": "card"})
    threads = f"{messages_url}/{starter['id']}/threads"
    _, thread = await call(rest, "POST", threads, json={"name": "film"})
    assert thread["id"] == starter["id"]
    assert (await call(rest, "POST", threads, json={"name": "again"}))[1]["code"] == 160004

    inside = f"{discord.api_url}/channels/{thread['id']}/messages"
    _, message = await call(rest, "POST", inside, json={"content": "one"})
    stored = discord.backend.channels[int(thread["id"])].thread_metadata
    stored.archived = True
    assert (await call(rest, "PATCH", f"{inside}/{message['id']}", json={"content": "x"}))[1]["code"] == 50083
    assert (await call(rest, "POST", inside, json={"content": "two"}))[0] == 200
    assert not stored.archived
    renamed = {"name": "film, done", "archived": True}
    assert (await call(rest, "PATCH", f"{discord.api_url}/channels/{thread['id']}", json=renamed))[0] == 200
    assert (stored.archived, discord.threads(discord.world.channel)[0].name) == (True, "film, done")
    stored.locked = True
    assert (await call(rest, "POST", inside, json={"content": "three"}))[1]["code"] == 160005
    assert (await call(rest, "GET", f"{messages_url}/{starter['id']}"))[1]["thread"]["id"] == thread["id"]


async def test_permissions_can_be_taken_away(discord, rest, messages_url) -> None:
    discord.world.deny_bot(discord.world.channel, "send_messages")
    assert (await call(rest, "POST", messages_url, json={"content": "no"}))[1]["code"] == 50013
    discord.world.deny_bot(discord.world.channel, "attach_files")
    assert (await call(rest, "POST", messages_url, data=upload(b"no")))[1]["code"] == 50013
    discord.world.deny_bot(discord.world.channel)
    assert (await call(rest, "POST", messages_url, json={"content": "yes"}))[0] == 200


@pytest.fixture
async def interaction(discord, rest):
    command = {"name": "ping", "description": "Pings", "type": 1}
    url = f"{discord.api_url}/applications/{discord.backend.application_id}/commands"
    await call(rest, "PUT", url, json=[command])
    invocation = await discord.slash(discord.world.alice, discord.world.channel, "ping")
    return invocation, discord.backend.interactions[invocation.id]


async def test_an_interaction_dies_after_three_seconds(discord, interaction) -> None:
    invocation, record = interaction
    discord.advance(3.1)
    url = f"{discord.api_url}/interactions/{record.id}/{record.token}/callback?with_response=1"
    async with aiohttp.ClientSession() as session:
        status, body = await call(session, "POST", url, json={"type": 5})

    assert (status, body["code"], invocation.acknowledged) == (404, 10062, False)
    with pytest.raises(TimeoutError, match="did not respond"):
        await invocation.answer(0.01)


async def test_an_interaction_token_dies_after_fifteen_minutes(discord, interaction) -> None:
    _, record = interaction
    base = f"{discord.api_url}/interactions/{record.id}/{record.token}/callback"
    original = f"{discord.api_url}/webhooks/{discord.backend.application_id}/{record.token}/messages/@original"
    async with aiohttp.ClientSession() as session:
        assert (await call(session, "POST", base, json={"type": 5}))[0] == 204
        assert (await call(session, "PATCH", original, json={"content": "in time"}))[0] == 200
        discord.advance(15 * 60)
        status, body = await call(session, "PATCH", original, json={"content": "late"})
    assert (status, body["code"]) == (401, 50027)


async def test_an_unknown_route_fails_the_test_instead_of_the_bot(discord, rest) -> None:
    status, _ = await call(rest, "GET", f"{discord.api_url}/nothing/here")
    assert status == 400
    assert re.search("nothing/here", discord.checker.violations[-1].path)
