"""The create body of the new standard: fields and types (facts/providers.md 1.9, official pages of 2026-09-20).

Nobody recorded what becomes of an unknown field; here it is refused: a model without a feature has no field for it.
"""

from typing import Annotated, Literal

from annotated_types import MinLen
from pydantic import ConfigDict, Field

from sandbox.common.controls import Part

from .body import WatermarkInfo

Text = Annotated[str, MinLen(1)]


class _Closed(Part):
    model_config = ConfigDict(extra="forbid")


class Prompt(_Closed):
    """What is to happen; @id stands for a voice or an element."""

    type: Literal["prompt"]
    text: str


class Frame(_Closed):
    """A picture: an address or raw base64."""

    type: Literal["first_frame", "last_frame"]
    url: Text


class Voice(_Closed):
    """Who speaks."""

    type: Literal["voice"]
    voice_id: Text
    id: Text


class Element(_Closed):
    """A character or thing kept with the account."""

    type: Literal["element"]
    element_id: Text
    id: Text


Content = Annotated[Prompt | Frame | Voice | Element, Field(discriminator="type")]


class Settings(_Closed):
    """How the video is to be; which of these a model has is in its capabilities."""

    resolution: str = "720p"
    duration: int = 5
    audio: Literal["native", "off"] = "off"
    multi_shot: bool = True


class Options(_Closed):
    """What has nothing to do with the video."""

    callback_url: str = ""
    external_task_id: str = ""
    watermark_info: WatermarkInfo = WatermarkInfo()


class NewBody(_Closed):
    """The whole of POST /image-to-video/{model}."""

    contents: list[Content]
    settings: Settings = Settings()
    options: Options = Options()

    def frame(self, kind: Literal["first_frame", "last_frame"]) -> str:
        return next((each.url for each in self.contents if each.type == kind), "")

    @property
    def prompt(self) -> str:
        return next((each.text for each in self.contents if each.type == "prompt"), "")

    @property
    def voices(self) -> list[Voice]:
        return [each for each in self.contents if each.type == "voice"]

    @property
    def elements(self) -> list[Element]:
        return [each for each in self.contents if each.type == "element"]

    @property
    def watermarked(self) -> bool:
        return self.options.watermark_info.enabled
