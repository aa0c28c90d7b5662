"""Camera and motion brush in Kling's form, which those who pass requests on to Kling have taken over (seed 002)."""

from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel, ConfigDict

Amount = Annotated[float, Ge(-10), Le(10)]
CameraType = Literal["simple", "down_back", "forward_up", "right_turn_forward", "left_turn_forward"]
AXES = ("horizontal", "vertical", "pan", "tilt", "roll", "zoom")


class Part(BaseModel):
    """Part of a body: strict about types; who is strict about unknown fields, too, forbids them."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", protected_namespaces=(), allow_inf_nan=False)


class Point(Part):
    """A pixel, counted from the bottom left corner."""

    x: int
    y: int


class DynamicMask(Part):
    """What moves, and along which points."""

    mask: Annotated[str, MinLen(1)]
    trajectories: Annotated[list[Point], MinLen(2), MaxLen(77)]

    @property
    def path(self) -> tuple[tuple[int, int], ...]:
        return tuple((point.x, point.y) for point in self.trajectories)


class CameraConfig(Part):
    """Strength and direction for the axes of a simple move."""

    horizontal: Amount = 0
    vertical: Amount = 0
    pan: Amount = 0
    tilt: Amount = 0
    roll: Amount = 0
    zoom: Amount = 0

    def moved(self) -> dict[str, float]:
        return {axis: amount for axis in AXES if (amount := float(getattr(self, axis))) != 0}


class CameraControl(Part):
    """A move; only `simple` takes a config."""

    type: CameraType
    config: CameraConfig | None = None

    def problem(self) -> str | None:
        """What is wrong between the fields; worded by us."""
        if self.type != "simple":
            excess = self.config and self.config.model_fields_set
            return f"camera_control.config must be empty when type is {self.type}" if excess else None
        if self.config is None:
            return "camera_control.config is required"
        return (
            None if len(self.config.moved()) == 1 else "camera_control.config must have exactly one non-zero parameter"
        )


def move_of(camera: CameraControl | None) -> tuple[str, float]:
    """The move and strength of a Shot."""
    if camera is None:
        return "push_in", 1
    axes = camera.config.moved() if camera.config else {}
    return next(((axis, amount / 10) for axis, amount in axes.items()), (camera.type, 1))
