"""A message of each documented kind, made of the examples in the definitions of known-message."""

from collections.abc import Iterator
from typing import Any

from schemas import load

SCHEMA = load("v1/known-message.schema.json")


def messages() -> Iterator[Any]:
    """One for each definition that has a msgType, whether the union names it or not."""
    for definition in SCHEMA["$defs"].values():
        if "msgType" in definition.get("properties", {}):
            yield sample(definition)


def sample(schema: Any) -> Any:
    """A value of a schema: what it fixes, refers to, gives as an example, or holds."""
    if "const" in schema:
        return schema["const"]
    if "$ref" in schema:
        return sample(SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")])
    if "examples" in schema:
        return schema["examples"][0]
    return {name: sample(member) for name, member in schema["properties"].items()}
