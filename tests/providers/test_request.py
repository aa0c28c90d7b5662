"""Options that cannot go together, and what a member is told."""

import pytest

from languages.speech import say
from providers.request import RequestError, VideoRequest

PATH = ({"x": 1, "y": 1}, {"x": 2, "y": 2})


@pytest.mark.parametrize(
    ("options", "sentences"),
    [
        ({"prompt": "x" * 2501}, ["The prompt has 2,501 characters; at most 2,500 are allowed."]),
        ({"negative_prompt": "x" * 2600}, ["The negative prompt has 2,600 characters; at most 2,500 are allowed."]),
        (
            {"end_image": True, "camera": "down_back"},
            ["Only one of these can be used at a time: an end picture and a camera move."],
        ),
        (
            {"end_image": True, "static_mask": True, "camera": "down_back"},
            ["Only one of these can be used at a time: an end picture, the motion brush and a camera move."],
        ),
        ({"camera_value": 5}, ["`camera_value` needs a `camera` move."]),
        ({"camera": "down_back", "camera_value": 5}, ["The camera move “down back” takes no `camera_value`."]),
        ({"camera": "zoom"}, ["The camera move “zoom” needs a `camera_value` from -10 to 10, other than 0."]),
        ({"motion": [PATH] * 7}, ["At most 6 areas can move; there are 7."]),
        ({"motion": [PATH, PATH[:1]]}, ["The path of area 2 has 1 point; from 2 to 77 are allowed."]),
        ({"motion": [PATH * 40]}, ["The path of area 1 has 80 points; from 2 to 77 are allowed."]),
        ({"sound": True, "voices": ["a", "b", "c"]}, ["At most 2 voices can speak; there are 3."]),
        (
            {"voices": ["a"], "prompt": "<<<voice_12345>>> speaks"},
            ["`voices` need `sound`.", "The prompt names voice 12345, but `voices` has 1."],
        ),
        ({"duration": 99}, ["The duration must be a whole number of seconds from 3 to 15."]),
        ({"mode": "best"}, ["The mode must be one of: std, pro or 4k."]),
        ({"cfg_scale": 2}, ["`cfg_scale` must be a number from 0 to 1."]),
        (
            {"camera": "spin"},
            [("The camera move must be one of: horizontal, vertical, pan, tilt, roll, zoom, down back, forward up, "
              "right turn forward or left turn forward.")],
        ),
        ({"camera": "zoom", "camera_value": 11}, ["`camera_value` must be a number from -10 to 10."]),
        ({"aspect_ratio": "4:3"}, ["The aspect ratio must be one of: 16:9, 9:16 or 1:1."]),
        ({"voices": 3}, ["`voices`: Input should be a valid tuple."]),
        ({"speed": 3}, ["`speed`: Extra inputs are not permitted."]),
    ],
)  # fmt: skip
def test_members_are_told_what_is_wrong(options, sentences):
    with pytest.raises(RequestError) as refused:
        VideoRequest.build(model="m", **options)
    assert [say(problem) for problem in refused.value.problems] == sentences
