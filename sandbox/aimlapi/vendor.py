"""The vendor's own OpenAPI documents, which judge every create body where they are there."""

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from sandbox.common.schemas import schema_path

LEGACY_UNION = "Kling.v2.SubmitGenerationPayloadDTO"


class VendorSchemas:
    """The schema of a body by path and model; nothing is known of models that no document names."""

    def __init__(self, schemas: dict[tuple[str, str], Draft202012Validator]) -> None:
        self._schemas = schemas

    def __contains__(self, path_and_model: tuple[str, str]) -> bool:
        return path_and_model in self._schemas

    def problem(self, path: str, fields: dict[str, Any]) -> str | None:
        """What is wrong with a body, without its values: some are whole pictures."""
        validator = self._schemas.get((path, str(fields.get("model"))))
        error = best_match(validator.iter_errors(fields)) if validator else None
        if error is None:
            return None
        return f"{error.json_path} breaks '{error.validator}' of the vendor's schema: {error.validator_value}"


@functools.cache
def vendor_schemas(legacy_path: str) -> VendorSchemas:
    """Blocks: it reads files."""
    folder = schema_path("aimlapi")
    found = _found(folder, legacy_path) if folder else ()
    return VendorSchemas({key: Draft202012Validator(schema) for key, schema in found})


def _found(folder: Path, legacy_path: str) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    for file in sorted(folder.glob("*.openapi.json")):
        document = json.loads(file.read_text("utf-8"))
        components = document.get("components", {}).get("schemas", {})
        bodies = [(legacy_path, schema) for schema in components.get(LEGACY_UNION, {}).get("anyOf", [])]
        for path, methods in document["paths"].items():
            if "post" in methods:
                bodies.append((path, methods["post"]["requestBody"]["content"]["application/json"]["schema"]))
        for path, schema in bodies:
            named = components[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
            for model in named.get("properties", {}).get("model", {}).get("enum", ()):
                yield (path, model), named
