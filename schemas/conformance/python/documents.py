"""Every document is a schema of the draft 2020-12, and every example in it validates where it stands."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from schemas import ROOT, documents

NO_SCHEMAS = {"examples", "enum", "const", "required"}


def examples(schema: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """The examples of a schema and of all inside it, each with the pointer of its schema."""
    if not isinstance(schema, dict):
        return
    for example in schema.get("examples", []):
        yield pointer, example
    for keyword, inner in schema.items():
        if keyword in NO_SCHEMAS:
            continue
        at = f"{pointer}/{escaped(keyword)}"
        if isinstance(inner, list):
            for index, branch in enumerate(inner):
                yield from examples(branch, f"{at}/{index}")
        elif keyword in ("properties", "$defs"):
            for name, one in inner.items():
                yield from examples(one, f"{at}/{escaped(name)}")
        else:
            yield from examples(inner, at)


def escaped(name: str) -> str:
    return quote(name.replace("~", "~0").replace("/", "~1"), safe="")


def main() -> None:
    schemas = documents()
    on_disk = len(list(ROOT.glob("v1/**/*.json")))
    assert len(schemas) == on_disk, f"index.json lists {len(schemas)} documents, v1/ has {on_disk}"
    registry = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in schemas.values()
    )
    count = 0
    for name, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        for pointer, example in examples(schema):
            validator = Draft202012Validator({"$ref": f"{schema['$id']}#{pointer}"}, registry=registry)
            for error in validator.iter_errors(example):
                raise SystemExit(f"{name}#{pointer}: {example!r}: {error.message}")
            count += 1
    assert count > 0, "no document has an example"
    print(f"{len(schemas)} documents, {count} examples")


main()
