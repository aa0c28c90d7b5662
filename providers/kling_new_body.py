"""The body that creates a task with Kling's new-standard API (facts/providers.md 1.9).

That prompts name voices as ``@id`` is in Kling's document of kling-2.6, that they may say what to avoid in that of
kling-3.0-turbo (image to video, 2026-09-20).
"""

import re
from typing import Any

from languages.sentence import Sentence
from providers.errors import Refused
from providers.provider import Submission
from providers.request import PROMPT_LIMIT, VOICE_REFERENCE, Mode, PictureKind, VideoRequest

_RESOLUTIONS = {Mode.STD: "720p", Mode.PRO: "1080p", Mode.FOUR_K: "4k"}
_WITHOUT_AUDIO_FIELD = {"kling-2.5-turbo", "kling-3.0-turbo"}
"""The first is always silent, the second never."""
_WITH_SHOTS = {"kling-3.0"}
_PROMPT_LIMITS = {"kling-3.0": 3072}
_VOICE_AND_WORD = re.compile(VOICE_REFERENCE.pattern + r"(?=\w)")


def create_body(submission: Submission) -> dict[str, Any]:
    """Encodes the pictures, so it belongs in a thread; ``Refused`` where the words are too many.

    This API has no ``cfg_scale``, camera, motion brush or aspect ratio: its routes do not offer them.
    """
    request, model = submission.request, submission.provider_model
    settings: dict[str, Any] = {"resolution": _RESOLUTIONS[request.mode], "duration": request.duration}
    if model not in _WITHOUT_AUDIO_FIELD:
        settings["audio"] = "native" if request.sound else "off"
    if model in _WITH_SHOTS:
        # Left out it is true: Kling would cut between several shots.
        settings["multi_shot"] = False
    return {"contents": _contents(submission), "settings": settings, "options": _options(submission)}


def _contents(submission: Submission) -> list[dict[str, str]]:
    request = submission.request
    contents = []
    if prompt := _prompt(request, _PROMPT_LIMITS.get(submission.provider_model, PROMPT_LIMIT)):
        contents.append({"type": "prompt", "text": prompt})
    contents.append({"type": "first_frame", "url": submission.pictures[PictureKind.IMAGE].base64})
    if request.end_image:
        contents.append({"type": "last_frame", "url": submission.pictures[PictureKind.END_IMAGE].base64})
    voices = enumerate(request.voices, 1)
    return contents + [{"type": "voice", "voice_id": voice, "id": f"voice_{number}"} for number, voice in voices]


def _options(submission: Submission) -> dict[str, Any]:
    options: dict[str, Any] = {"external_task_id": submission.job_id}
    if submission.callback_url is not None:
        options["callback_url"] = submission.callback_url
    if submission.request.watermark:
        options["watermark_info"] = {"enabled": True}
    return options


def _prompt(request: VideoRequest, limit: int) -> str:
    prompt = VOICE_REFERENCE.sub(r"@voice_\1", _VOICE_AND_WORD.sub(r"@voice_\1 ", request.one_prompt))
    if len(prompt) > limit:
        raise Refused(
            f"prompt and negative prompt have {len(prompt)} characters together, not sent",
            sentence=Sentence("providers-words-too-long", length=len(prompt), limit=limit),
        )
    return prompt
