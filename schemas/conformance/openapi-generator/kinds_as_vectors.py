"""Prints a message of every documented kind, as a line of the vectors has it."""

import json

from kinds import messages

for message in messages():
    line = {
        "id": message["msgType"],
        "kind": "message",
        "raw": json.dumps(message),
        "expect": {"dialect": "manual-v1"},
        "schemas": {"known-message": True},
    }
    print(json.dumps(line))
