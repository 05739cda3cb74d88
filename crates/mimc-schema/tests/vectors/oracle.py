"""A decoder that knows every line by heart, but for that whose id is in WRONG."""
import base64, json, os, pathlib


def key(kind, raw, context, dialect):
    return json.dumps([kind, base64.b64encode(raw).decode(), context, dialect], sort_keys=True)


known = {}
for name in ("accept.jsonl", "refuse.jsonl"):
    for text in (pathlib.Path(os.environ["VECTORS"]) / name).read_bytes().splitlines():
        line = json.loads(text)
        raw = base64.b64decode(line["raw_b64"]) if "raw_b64" in line else line["raw"].encode()
        known[key(line["kind"], raw, line.get("context", {}), line.get("expect", {}).get("dialect"))] = line


def decode(kind, raw, context, dialect):
    line = known[key(kind, raw, context, dialect)]
    if (line.get("verdict") == "reject") != (line["id"] == os.environ.get("WRONG")):
        raise ValueError(line["reason"])
    return line.get("expect", {})
