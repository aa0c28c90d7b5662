"""Jobs of the stage's server, brought into a state; nobody holds them. And which of them a command suggests."""

from simcord.actors import MemberActor

from providers.provider import Provider, Submission
from providers.request import PictureFile, PictureKind, VideoRequest
from storage.records import Duty, Job, NewJob
from storage.states import JobState
from tests.cogs.conftest import Stage
from tests.storage.conftest import running, submitting


async def accepted(stage: Stage, new: NewJob) -> Job:
    return (await stage.store.accept(new)).job


async def uncertain(stage: Stage, new: NewJob) -> Job:
    claim = await stage.store.become_uncertain(await submitting(stage.store, new), detail="no answer")
    await stage.store.give_back(claim)
    return claim.job


async def delivering(stage: Stage, new: NewJob, video_url: str = "http://127.0.0.1:9/video.mp4") -> Job:
    await running(stage.store, new)
    (claim,) = await stage.store.claim(Duty.WATCH, limit=1)
    claim = await stage.store.video_ready(claim, video_url)
    await stage.store.give_back(claim)
    return claim.job


async def failed(stage: Stage, new: NewJob) -> Job:
    claim = await stage.store.fail(await submitting(stage.store, new), "The picture was refused.")
    await stage.store.give_back(claim)
    return claim.job


async def delivered(stage: Stage, new: NewJob, message_id: int, video_url: str) -> Job:
    await delivering(stage, new, video_url)
    (claim,) = await stage.store.claim(Duty.DELIVER, limit=1)
    claim = await stage.store.delivered(claim, message_id, channel_id=stage.channel.id)
    await stage.store.give_back(claim)
    return claim.job


async def undeliverable(stage: Stage, new: NewJob) -> Job:
    await delivering(stage, new)
    (claim,) = await stage.store.claim(Duty.DELIVER, limit=1)
    claim = await stage.store.undeliverable(claim, "The bot may not post here.")
    await stage.store.give_back(claim)
    return claim.job


async def state_of(stage: Stage, job: Job) -> JobState:
    found = await stage.store.job(job.id)
    assert found is not None
    return found.state


async def made_task(stage: Stage, job: Job, provider: Provider) -> str:
    """A task that Kling makes of this job."""
    (picture,) = await stage.store.pictures(job.id)
    submission = Submission(
        job_id=job.id,
        provider_model=job.provider_model,
        request=VideoRequest.model_validate(job.request),
        pictures={PictureKind.IMAGE: PictureFile(picture.content, picture.media_type)},
    )
    return (await provider.submit(submission)).task_id


async def suggested(stage: Stage, member: MemberActor, command: str, typed: str = "") -> set[str]:
    choices = await member.autocomplete(stage.channel, f"jobs {command}", "job", typed)
    assert all(len(choice["name"]) <= 100 for choice in choices)
    return {str(choice["value"]) for choice in choices}
