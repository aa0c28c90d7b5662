"""When a running task is looked at."""

import itertools
from datetime import timedelta

import pytest

from bot.pipeline.looks import deadline, first_look, guess, next_look
from storage.records import Pace

PACE = Pace(early=90, usual=100, late=120)
INTERVAL = 10


def looks(until: float, pace: Pace = PACE) -> list[float]:
    """The seconds after the submission at which a task is looked at that is never ready."""
    times = [first_look(pace).total_seconds()]
    while times[-1] < until:
        times.append(times[-1] + next_look(pace, timedelta(seconds=times[-1]), INTERVAL).total_seconds())
    return times


def test_the_first_look_is_shortly_before_the_quickest_tasks_are_ready() -> None:
    assert first_look(PACE) == timedelta(seconds=81)
    assert first_look(guess(200)) < timedelta(seconds=200)


def test_looks_come_closer_until_a_task_is_usually_ready() -> None:
    times = looks(400, Pace(early=50, usual=400, late=500))
    assert times[0] == 45
    pauses = [after - before for before, after in itertools.pairwise(times)]
    assert pauses == sorted(pauses, reverse=True)


def test_a_task_that_may_be_ready_any_moment_is_looked_at_as_closely_as_allowed() -> None:
    assert [next_look(PACE, timedelta(seconds=at), INTERVAL).total_seconds() for at in (100, 120, 190)] == [10] * 3


def test_a_late_task_is_looked_at_ever_more_rarely_but_never_forgotten() -> None:
    times = looks(20 * 86_400)
    pauses = [after - before for before, after in itertools.pairwise(times)]
    assert pauses[3:] == sorted(pauses[3:])
    assert max(pauses) == 86_400
    assert len([at for at in times if at < 3_600]) < 50


@pytest.mark.parametrize("at", [3_600, 86_400, 5 * 86_400])
def test_a_late_video_waits_for_a_small_part_of_the_time_that_it_took(at: float) -> None:
    assert next_look(PACE, timedelta(seconds=at), INTERVAL).total_seconds() <= at / 8


def test_a_clock_that_went_back_does_not_stop_the_looks() -> None:
    assert next_look(PACE, timedelta(hours=-1), INTERVAL) < timedelta(hours=1)


@pytest.mark.parametrize(
    ("usual", "hours"), [(60, 1), (1_800, 2), (100_000, 24)], ids=["at least an hour", "a few times", "at most a day"]
)
def test_the_deadline(usual: float, hours: float) -> None:
    assert deadline(guess(usual)) == timedelta(hours=hours)
