import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from standardwebhooks import Webhook

from sandbox.common.callbacks import Callbacks
from sandbox.common.world import World
from sandbox.kling import CallbackRecord, Fate


@dataclass
class Receiver:
    url: str = ""
    status: int = 200
    raw: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def bodies(self) -> list[dict[str, Any]]:
        return [json.loads(each) for each in self.raw]

    async def receive(self, request: web.Request) -> web.Response:
        self.raw.append(await request.text())
        self.headers.append(dict(request.headers))
        return web.Response(status=self.status)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    application = web.Application()
    application.router.add_post("/callbacks", receiver.receive)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/callbacks"
    yield receiver
    await runner.cleanup()


async def sent(caller: Any, count: int) -> list[CallbackRecord]:
    """The records, as soon as there are so many."""
    async with asyncio.timeout(10):
        while len(caller.kling.callbacks) < count:
            await asyncio.sleep(0.01)
    return list(caller.kling.callbacks)


async def test_each_change_is_told_as_a_bare_task(caller, receiver):
    task_id = await caller.created(callback_url=receiver.url, external_task_id="job-1")
    task = await caller.finished(task_id)
    assert [record.status for record in await sent(caller, 2)] == [200, 200]
    processing, succeed = receiver.bodies
    assert (processing["task_status"], succeed["task_status"]) == ("processing", "succeed")
    assert processing["task_result"] == {"images": [], "videos": [], "audios": []}
    assert succeed["task_result"] == {"images": [], "videos": task["task_result"]["videos"], "audios": []}
    assert succeed["task_info"] == {"external_task_id": "job-1"}
    assert (succeed["task_id"], succeed["task_status_msg"]) == (task_id, "")
    assert not {"code", "message", "data"} & set(succeed)
    assert receiver.headers[0]["Content-Type"] == "application/json; charset=utf-8"
    assert not {"webhook-id", "webhook-signature", "Authorization"} & set(receiver.headers[0])


async def test_a_failure_is_told_with_its_reason(caller, receiver):
    caller.kling.faults.doom(Fate(fail_with="no"))
    await caller.created(callback_url=receiver.url)
    await sent(caller, 2)
    assert [(each["task_status"], each["task_status_msg"]) for each in receiver.bodies] == [
        ("processing", ""),
        ("failed", "no"),
    ]


async def test_with_a_secret_callbacks_are_signed(start, receiver):
    secret = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI="
    async with start(webhook_secret=secret) as caller:
        await caller.created(callback_url=receiver.url)
        await sent(caller, 2)
    for raw, headers in zip(receiver.raw, receiver.headers, strict=True):
        lowered = {name.lower(): value for name, value in headers.items()}
        assert Webhook(secret).verify(raw, lowered)["task_id"]
    assert receiver.headers[0]["webhook-id"] != receiver.headers[1]["webhook-id"]


async def test_signatures_agree_with_the_official_vector(schemas):
    vector = json.loads((schemas / "official-examples.json").read_text("utf-8"))["webhook_signature_vector"]
    signed = Webhook(vector["secret"]).sign(
        vector["webhook-id"], datetime.fromtimestamp(int(vector["webhook-timestamp"]), UTC), vector["raw_body"]
    )
    assert signed == vector["webhook-signature"]


async def test_a_receiver_that_refuses_or_is_gone_changes_nothing(caller, receiver):
    receiver.status = 500
    refused = await caller.finished(await caller.created(callback_url=receiver.url))
    gone = await caller.finished(await caller.created(callback_url="http://127.0.0.1:9/nobody"))
    assert refused["task_status"] == gone["task_status"] == "succeed"
    assert [record.status for record in await sent(caller, 4)] == [500, 500, None, None]


async def test_nothing_leaves_this_machine():
    async with aiohttp.ClientSession() as session:
        callbacks = Callbacks(session, None, World())
        await callbacks.send("http://192.0.2.1/callback", {"task_id": "1"})
    assert [(record.url, record.status) for record in callbacks.sent] == [("http://192.0.2.1/callback", None)]
