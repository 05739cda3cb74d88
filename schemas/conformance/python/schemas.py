"""The documents by their names, and the lines of the vectors."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
VECTORS = ("vectors/accept.jsonl", "vectors/refuse.jsonl")


def load(path: str) -> Any:
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


def documents() -> dict[str, Any]:
    """The schemas by the names of index.json."""
    return {entry["name"]: load(entry["path"]) for entry in load("index.json")["documents"]}


def vectors(file: str) -> Iterator[dict[str, Any]]:
    """The lines of a file that have verdicts."""
    # Not str.splitlines: it also ends lines at U+2028, which JSON does not escape.
    for line in (ROOT / file).read_text(encoding="utf-8").split("\n"):
        vector = json.loads(line) if line else {}
        if vector.get("schemas"):
            yield vector


def value(vector: dict[str, Any]) -> Any:
    """The JSON that a line is about; of a message from the history, what the base64 stands for."""
    raw = base64.b64decode(vector["raw_b64"]) if "raw_b64" in vector else vector["raw"].encode()
    if vector["kind"] == "history_payload":
        raw = base64.b64decode(raw, validate=True)
    return json.loads(raw.decode())
