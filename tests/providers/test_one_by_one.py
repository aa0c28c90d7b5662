"""Many tasks, asked for one at a time."""

import asyncio

import pytest

from providers.errors import AnswerLost, Busy, NotSent, OperatorProblem, ProviderError, TaskUnknown
from providers.one_by_one import AT_ONCE, fetch_each
from providers.provider import ProviderTask, TaskStatus


def running(task_id: str) -> ProviderTask:
    return ProviderTask(task_id, TaskStatus.RUNNING)


class Tasks:
    """Answers by task id; counts who asks at the same time."""

    def __init__(self, **errors: ProviderError) -> None:
        self.errors = errors
        self.asked: list[str] = []
        self.asking = self.most_asking = 0

    async def fetch(self, task_id: str) -> ProviderTask:
        self.asked.append(task_id)
        self.asking += 1
        self.most_asking = max(self.most_asking, self.asking)
        await asyncio.sleep(0)
        self.asking -= 1
        if task_id in self.errors:
            raise self.errors[task_id]
        return running(task_id)


async def test_each_is_asked_for_once_and_few_at_a_time():
    tasks = Tasks()
    ids = [str(number) for number in range(20)]
    assert await fetch_each(tasks.fetch, [*ids, "0", "1"], provider="p") == {one: running(one) for one in ids}
    assert sorted(tasks.asked) == sorted(ids)
    assert tasks.most_asking == AT_ONCE


async def test_what_is_unknown_or_unreadable_is_left_out():
    tasks = Tasks(b=TaskUnknown("b"), c=AnswerLost("c"))
    assert set(await fetch_each(tasks.fetch, "abcd", provider="p")) == {"a", "d"}


async def test_a_provider_that_asks_to_wait_is_heard_and_what_it_told_before_is_kept():
    tasks = Tasks(b=Busy("b", retry_after=7))
    with pytest.raises(Busy) as caught:
        await fetch_each(tasks.fetch, "abcdef", provider="p", at_once=1)
    assert (set(caught.value.found), caught.value.retry_after) == ({"a"}, 7)
    assert tasks.asked == ["a", "b"]


@pytest.mark.parametrize("error", [NotSent("b"), OperatorProblem("b")])
async def test_nobody_insists_where_the_provider_does_not_want_to(error):
    tasks = Tasks(b=error)
    assert set(await fetch_each(tasks.fetch, "abcdef", provider="p", at_once=1)) == {"a"}
    assert tasks.asked == ["a", "b"]


async def test_nothing_read_at_all_is_an_error_unless_all_are_unknown():
    with pytest.raises(AnswerLost):
        await fetch_each(Tasks(a=TaskUnknown("a"), b=AnswerLost("b")).fetch, "ab", provider="p")
    assert await fetch_each(Tasks(a=TaskUnknown("a")).fetch, "a", provider="p") == {}
    assert await fetch_each(Tasks().fetch, [], provider="p") == {}


async def test_what_was_found_before_is_kept():
    tasks = Tasks(b=AnswerLost("b"))
    assert await fetch_each(tasks.fetch, "b", provider="p", found={"a": running("a")}) == {"a": running("a")}
