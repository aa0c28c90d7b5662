import asyncio

import pytest

from sandbox.common.background import Background


async def test_what_broke_is_logged_at_once_and_raised_at_the_end(caplog):
    async def broken() -> None:
        raise RuntimeError("the lens cap was on")

    background = Background()
    background.spawn(broken())
    background.spawn(asyncio.sleep(3600))
    await asyncio.sleep(0.01)
    assert "the lens cap was on" in caplog.text
    with pytest.raises(ExceptionGroup) as failure:
        await background.close()
    assert [str(each) for each in failure.value.exceptions] == ["the lens cap was on"]
    assert len(asyncio.all_tasks()) == 1
