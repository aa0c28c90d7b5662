"""What a member has ordered lately: known from their jobs, so that nothing else has to be kept, or erased."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from storage.records import Job

LOOKED_AT: Final = 25
"""Jobs."""

_OFFERED_AGAIN: Final = (
    "negative_prompt",
    "duration",
    "mode",
    "cfg_scale",
    "camera",
    "camera_value",
    "aspect_ratio",
    "sound",
    "watermark",
)
"""Not what belongs to one picture or to one prompt."""


@dataclass(frozen=True)
class Recent:
    """``models`` by their ids, the last one first; ``options`` of the last order, as those of ``VideoRequest``."""

    models: Sequence[str] = ()
    options: Mapping[str, object] = field(default_factory=dict)


def recent(jobs: Sequence[Job]) -> Recent:
    """From a member's jobs, the newest first."""
    if not jobs:
        return Recent()
    last = jobs[0]
    options = {name: last.request[name] for name in _OFFERED_AGAIN if last.request.get(name) is not None}
    return Recent(tuple(dict.fromkeys(job.model for job in jobs)), {"model": last.model, **options})
