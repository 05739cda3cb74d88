"""The pydantic models of the documented messages take every kind and what the schema takes, give it back, and refuse
the rest."""

import json
from typing import Any

from known_message import KnownMessage
from pydantic import ValidationError

from kinds import messages
from schemas import VECTORS, value, vectors


def text(parsed: Any) -> str:
    """For comparing: in Python, 1 == 1.0 == True."""
    return json.dumps(parsed, sort_keys=True)


def fault(parsed: Any, expected: bool) -> str | None:
    """What the models do that the schema does not."""
    try:
        message = KnownMessage.model_validate_json(json.dumps(parsed))
    except ValidationError as error:
        return f"refused: {error.errors()[0]['msg']}" if expected else None
    if not expected:
        return "taken"
    back = message.model_dump_json(by_alias=True, exclude_unset=True)
    return None if text(json.loads(back)) == text(parsed) else f"comes back as {back}"


def main() -> None:
    faults = []
    kinds = list(messages())
    for message in kinds:
        if found := fault(message, expected=True):
            faults.append(f"{message}: {found}")
    counts = {True: 0, False: 0}
    for file in VECTORS:
        for vector in vectors(file):
            expected = vector["schemas"].get("known-message")
            if expected is None:
                continue
            if found := fault(value(vector), expected):
                faults.append(f"{file}: {vector['id']}: {found}")
            counts[expected] += 1
    if faults:
        raise SystemExit("\n".join(faults))
    assert kinds, "known-message defines no kind"
    assert all(counts.values()), "the vectors have no verdicts of both sorts on known-message"
    print(f"{len(kinds)} kinds and {counts[True]} vectors there and back, {counts[False]} refused")


main()
