// node run.mjs [MODULE]: its decode(kind, raw, context, dialect) returns what it reads, undefined for other kinds, or throws.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

function trivial(kind, raw, context, dialect) { // knows three members of the manual's messages; name your own module instead
  if (kind !== "message") return undefined; // a kind that this decoder does not read
  const message = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw));
  if (!["msgId", "msgType", "timestamp"].every((k) => typeof message?.[k] === "string")) throw new Error("no message of the manual");
  return { msg_id: message.msgId, msg_type: message.msgType };
}
const decode = process.argv[2] ? (await import(new URL(process.argv[2], `file://${process.cwd()}/`))).decode : trivial;
const failed = [];
let ran = 0;
for (const name of ["accept.jsonl", "refuse.jsonl"]) {
  for (const text of readFileSync(new URL(name, import.meta.url), "utf8").trimEnd().split("\n")) {
    const line = JSON.parse(text);
    const raw = line.raw_b64 === undefined ? Buffer.from(line.raw, "utf8") : Buffer.from(line.raw_b64, "base64");
    const refused = line.verdict === "reject", same = ([k, v]) => isDeepStrictEqual(line.expect[k] ?? null, v ?? null);
    let good = refused;
    try {
      const read = decode(line.kind, raw, line.context ?? {}, line.expect?.dialect);
      if (read === undefined) continue;
      good = !refused && (!line.expect || Object.entries(read).every(same));
    } catch {}
    ran += 1;
    if (!good) failed.push(line.id);
  }
}
console.log([...failed, `${ran} lines, ${failed.length} failed`].join("\n"));
process.exitCode = failed.length ? 1 : 0;
