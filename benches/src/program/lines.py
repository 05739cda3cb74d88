"""Each line of a file through orjson.loads and orjson.dumps."""

import sys

import orjson

write = sys.stdout.buffer.write
with open(sys.argv[1], "rb") as lines:
    for line in lines:
        write(orjson.dumps(orjson.loads(line), option=orjson.OPT_APPEND_NEWLINE))
