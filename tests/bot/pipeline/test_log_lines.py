"""What one job leaves in the log."""

from structlog.testing import capture_logs

from storage.states import JobState
from tests.bot.pipeline.conftest import House

USUAL = {"event", "log_level", "job", "provider", "attempt"}


async def test_a_change_of_state_is_one_line_and_others_tell_what_it_does_not(house: House) -> None:
    with capture_logs() as lines:
        job = await house.until_end()
    own = [line for line in lines if line.get("job") == job.id]
    moves = [line for line in own if line["event"] == "job moved"]
    assert [line["state"] for line in moves] == [
        JobState.QUEUED, JobState.SUBMITTING, JobState.RUNNING, JobState.DELIVERING, JobState.DELIVERED
    ]  # fmt: skip
    assert {"seconds", "provider", "attempt"} <= set(moves[-1])
    assert [line["event"] for line in own if not set(line) - USUAL] == []
    assert [line["event"] for line in own if set(line) - USUAL == {"task"}] == ["task submitted"]
