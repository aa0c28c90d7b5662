"""Discord's document with its unions judged at the first error of each alternative, many times faster.

A component may be one of many, and jsonschema would list all that keeps it from being each of the others.
"""

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

_one_of = Draft202012Validator.VALIDATORS["oneOf"]


def _quick_one_of(validator: Any, alternatives: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """The verdict of ``oneOf``; where it is bad, what ``oneOf`` itself says of it."""
    fitting = sum(validator.evolve(schema=each).is_valid(instance) for each in alternatives)
    if fitting != 1:
        yield from _one_of(validator, alternatives, instance, schema)


UnionValidator = extend(Draft202012Validator, {"oneOf": _quick_one_of})
