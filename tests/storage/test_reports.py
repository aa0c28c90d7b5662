"""What has happened, as moderators read it."""

from datetime import timedelta

from sqlalchemy import update

from storage.records import Duty
from storage.resolutions import Resolutions
from storage.tables import jobs
from tests.conftest import START
from tests.storage.conftest import ALICE, BOB, MODERATOR, TOMORROW, running, submitting


async def test_the_history_explains_every_credit(store, quotas, grant, new_job):
    await grant(10)
    await store.fail(await submitting(store, new_job(credits=105)), "The provider refused.")
    await store.accept(new_job(member_id=BOB, credits=1))
    entries = await quotas.history(1, ALICE, limit=10)
    shown = [(one.kind, one.job_id, one.actor_id, one.reason, one.added, one.held) for one in reversed(entries)]
    assert shown == [
        ("grant", None, MODERATOR, "a prize", 10, 0),
        ("reserve", "job00001", ALICE, "", 0, 100),
        ("reserve", "job00001", ALICE, "", 0, 5),
        ("release", "job00001", None, "", 0, -100),
        ("release", "job00001", None, "", 0, -5),
    ]
    assert await quotas.history(1, ALICE, before=entries[1].id, limit=2) == entries[2:4]
    assert [one.member_id for one in await quotas.history(1, limit=1)] == [BOB]
    assert await quotas.history(2, limit=5) == []
    assert await quotas.entries(1, START, START + timedelta(seconds=1)) == (await quotas.history(1, limit=99))[::-1]
    assert await quotas.entries(1, START + timedelta(seconds=1), TOMORROW) == []


async def test_a_report_holds_the_videos_of_its_period(store, quotas, new_job, database, clock):
    await store.accept(new_job(credits=30))
    async with database.write() as connection:
        await connection.execute(update(jobs).values(state="delivered", delivered_at=START + timedelta(seconds=90)))
    clock.advance(timedelta(days=1))
    await store.accept(new_job(credits=20, member_id=BOB))
    report = await quotas.report(1, START, clock() + timedelta(seconds=1))
    assert [(one.member_id, one.credits, one.state, one.waited) for one in report.videos] == [
        (ALICE, 30, "delivered", 90.0),
        (BOB, 20, "queued", None),
    ]
    assert (await quotas.report(1, START, clock())).videos == report.videos[:1]
    assert (await quotas.report(2, START, clock())).videos == ()


async def test_a_video_that_was_delivered_again_counts_from_its_first_delivery(store, quotas, new_job, database, clock):
    await running(store, new_job())
    (watch,) = await store.claim(Duty.WATCH, limit=1)
    await store.video_ready(watch, "https://videos.example/1.mp4")
    resolutions = Resolutions(database, clock=clock)
    for pause in (timedelta(seconds=90), timedelta(days=1)):
        clock.advance(pause)
        (claim,) = await store.claim(Duty.DELIVER, limit=1)
        delivered = await store.delivered(claim, 77, channel_id=70)
        await store.give_back(claim)
        assert delivered.job.delivered_at == START + timedelta(seconds=90)
        (video,) = (await quotas.report(1, START, clock())).videos
        assert video.waited == 90
        await resolutions.resend(delivered.job, channel_id=70)
