"""A task that takes far too long, as the server's log channel tells of it."""

from datetime import UTC, datetime

from bot.look.changes import change_panel
from storage.quota_records import BOT, Action, Change


async def test_moderators_read_that_the_bot_goes_on_and_what_happens_to_the_credits() -> None:
    known = {"job": "a" * 32, "state": "running", "task": "123"}
    late = Change(
        id=7,
        at=datetime(2026, 3, 11, tzinfo=UTC),
        server_id=1,
        actor_id=BOT,
        action=Action.LATE,
        member_id=3,
        role_id=None,
        before={**known, "late": False},
        after={**known, "late": True},
        reason="",
    )
    text = "\n".join(str(getattr(item, "content", "")) for item in change_panel(late).walk_children())
    assert "A video takes far too long: <@3>\n" in text, "the title says it: no before and after"
    assert "posts the video whenever it is ready" in text
    assert "credits stay set aside" in text
    assert "the bot itself" in text
    assert "a" * 32 in text
