"""`/usage show`, `/models`, and what a member reads when one of them breaks."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from sandbox.discord.openapi import Document, RequestChecker, checking_in_process
from tests.cogs.conftest import PHOTO, Stage


async def test_discord_takes_the_commands(stage: Stage, document: Document | None):
    with checking_in_process(RequestChecker(document)) as checker:
        assert len(await stage.bot.tree.sync()) == len(stage.commands) > 5
    checker.assert_clean()


async def test_usage_tells_what_is_left_set_aside_and_when_it_renews(stage: Stage):
    await stage.slash("animate", image=PHOTO)
    usage = await stage.store.usage(stage.guild.id, stage.alice.id)
    text = await stage.slash("usage show")
    assert "**79** of 100 left" in text
    assert "On the way: 21" in text
    assert f"<t:{int(usage.renews_at.timestamp())}:R>" in text


async def test_models_and_providers_that_the_server_does_not_allow_are_not_listed(stage: Stage):
    await stage.quotas.change_server(
        stage.guild.id, lambda server: replace(server, models=frozenset({"kling-v3"})), actor_id=1
    )
    text = await stage.slash("models")
    assert "Kling 3.0" in text
    assert "Kling 2.5 Turbo" not in text
    await stage.quotas.change_server(
        stage.guild.id, lambda server: replace(server, providers=frozenset({"aimlapi"})), actor_id=1
    )
    assert "No model is on" in await stage.slash("models")


async def test_models_are_listed_with_prices_and_without_retired_ones(stage: Stage):
    text = await stage.slash("models")
    assert "**Kling 2.5 Turbo** · 5 or 10 seconds" in text
    assert "`std` **21** to **42**" in text
    assert "Kling 1.0" not in text


async def test_a_database_that_cannot_be_read_is_told(stage: Stage, sqlite_url: str):
    with closing(sqlite3.connect(sqlite_url.partition("///")[2])) as other:
        other.execute("DROP TABLE servers")
    assert "cannot reach its database" in await stage.slash("usage show")


async def test_a_surprise_is_one_answer_and_one_log_line_with_the_same_incident(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    async def surprise(*_: object, **__: object) -> None:
        raise RuntimeError("secret words of the inside")

    monkeypatch.setattr(stage.store, "jobs_of", surprise)
    with capture_logs() as lines:
        text = await stage.slash("jobs list")
    assert "Nothing was charged" in text
    assert "incident1" in text
    assert "secret" not in text
    assert [line["incident"] for line in lines if line["log_level"] == "error"] == ["incident1"]


async def test_after_a_surprise_in_an_order_nobody_claims_that_it_cost_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    async def surprise(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(stage.store, "accept", surprise)
    text = await stage.slash("animate", image=PHOTO)
    assert "othing was charged" not in text
    assert "`/jobs list`" in text
