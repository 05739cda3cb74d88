// Each line of a file through JSON.parse and JSON.stringify. Reads and writes in large pieces, so that this is what
// takes the time.
import { openSync, readSync, writeSync } from 'node:fs';

const CHUNK = 1 << 20;
const LINE_FEED = 10;

function write(text) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}

const file = openSync(process.argv[2]);
let buffer = Buffer.allocUnsafe(CHUNK);
let kept = 0;
for (;;) {
  if (kept === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
  const read = readSync(file, buffer, kept, buffer.length - kept, null);
  const filled = buffer.subarray(0, kept + read);
  let answer = '';
  let start = 0;
  for (let end; (end = filled.indexOf(LINE_FEED, start)) !== -1; start = end + 1) {
    answer += JSON.stringify(JSON.parse(filled.toString('utf8', start, end))) + '\n';
  }
  write(answer);
  if (read === 0) break;
  kept = filled.copy(buffer, 0, start);
}
