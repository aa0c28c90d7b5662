"""Forms that are sent late, after a restart or by nobody's memory, and presses that nobody knows."""

from datetime import timedelta

import pytest

from cogs.forms import FORM_LIFE, Forms
from storage.errors import StorageUnavailable
from tests.cogs.conftest import PHOTO, Behind, Stage
from tests.cogs.test_start import LABELS, fields, opened, read, sent, values_of


async def restart(stage: Stage, behind: Behind) -> None:
    """A process that has opened no form yet."""
    await stage.bot.remove_cog(Forms.__name__)
    await stage.bot.add_cog(
        Forms(bot=stage.bot, store=behind.store, intake=behind.intake, cards=behind.cards, clock=behind.clock)
    )


async def test_a_form_that_was_opened_before_a_restart_orders(stage: Stage, behind: Behind) -> None:
    form = await opened(stage, PHOTO)
    assert stage.bot._connection._view_store._modals == {}
    await restart(stage, behind)
    assert "Your video is ordered" in await sent(stage, form, prompt="waves")
    (job,) = await stage.jobs()
    assert job.request["prompt"] == "waves"


async def test_what_was_refused_before_a_restart_can_be_changed(stage: Stage, behind: Behind) -> None:
    form = await opened(stage, PHOTO)
    refused = await stage.alice.submit_modal(form, values_of(form, prompt="waves", more="camera zoom"))
    await restart(stage, behind)
    assert refused.response is not None
    form = await stage.alice.click(refused.response, label="Change")
    assert fields(form)[LABELS["prompt"]]["value"] == "waves"
    assert "Your video is ordered" in await sent(stage, form, more="")


async def test_who_has_too_few_credits_or_no_leave_comes_back_to_the_form(stage: Stage) -> None:
    form = await opened(stage, PHOTO)
    refused = await stage.alice.submit_modal(form, values_of(form, prompt="waves", model="kling-v3", shape="4k:15"))
    assert refused.response is not None
    assert "Change" in read(refused)
    form = await stage.alice.click(refused.response, label="Change")
    stage.deny_bot("attach_files")
    refused = await stage.alice.submit_modal(form, values_of(form))
    text = read(refused)
    assert "- Attach Files" in text
    assert "Change" in text


@pytest.mark.parametrize("custom_id", ["form:order:7", "form:later:7", "0123456789abcdef"])
async def test_what_was_written_into_a_form_that_nobody_knows_is_given_back(stage: Stage, custom_id: str) -> None:
    form = await opened(stage, PHOTO)
    values = values_of(form, prompt="waves\nand foam", negative="blur")
    assert form._interaction.modal is not None
    form._interaction.modal["custom_id"] = custom_id
    text = read(await stage.alice.submit_modal(form, values))
    for told in ("This form is over", "waves and foam", "blur", "Nothing was ordered"):
        assert told in text
    assert await stage.jobs() == []


async def test_a_form_is_kept_for_a_while(stage: Stage) -> None:
    form = await opened(stage, PHOTO)
    refused = await stage.alice.submit_modal(form, values_of(form, prompt="waves", more="camera zoom"))
    assert refused.response is not None
    stage.clock.advance(FORM_LIFE + timedelta(seconds=1))
    assert "too old to be shown again" in read(await stage.alice.click(refused.response, label="Change"))
    form = await opened(stage, PHOTO)
    stage.clock.advance(FORM_LIFE + timedelta(seconds=1))
    assert "This form is over" in await sent(stage, form, prompt="waves")


async def test_a_form_that_cannot_be_kept_is_shown_all_the_same(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(*_: object) -> None:
        raise StorageUnavailable("gone")

    with monkeypatch.context() as patch:
        patch.setattr(stage.store, "keep_draft", away)
        form = await opened(stage, PHOTO)
    assert "This form is over" in await sent(stage, form, prompt="waves")


async def test_a_button_that_nobody_knows_is_answered(stage: Stage) -> None:
    answer = await stage.call(stage.alice, "usage show")
    stored = stage.env.backend.get_message(answer.channel_id, answer.id)
    stored.components = [{"type": 1, "components": [{"type": 2, "style": 2, "label": "Juggle", "custom_id": "old:1"}]}]
    assert "does not know this button" in read(await stage.alice.click(answer, label="Juggle"))
