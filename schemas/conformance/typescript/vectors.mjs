// Each line of the vectors says in `schemas` what a validator makes of it; ajv must say the same.
import { documents, read } from "./schemas.mjs";

const validators = new Map(documents.map(({ name, validate }) => [name, validate]));
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The JSON that a line is about; of a message from the history, what the base64 stands for. */
function json({ kind, raw, raw_b64 }) {
  const bytes = raw_b64 === undefined ? Buffer.from(raw) : Buffer.from(raw_b64, "base64");
  return JSON.parse(utf8.decode(kind === "history_payload" ? Buffer.from(bytes.toString(), "base64") : bytes));
}

const differences = [];
let lines = 0;
let compared = 0;
for (const file of ["vectors/accept.jsonl", "vectors/refuse.jsonl"]) {
  // Not by readline: it also ends lines at U+2028, which JSON does not escape.
  for (const line of read(file).split("\n").filter(Boolean)) {
    const vector = JSON.parse(line);
    const verdicts = Object.entries(vector.schemas ?? {});
    if (verdicts.length === 0) continue;
    const value = json(vector);
    lines += 1;
    for (const [name, expected] of verdicts) {
      const validate = validators.get(name);
      if (validate === undefined) throw new Error(`${file}: ${vector.id}: there is no document ${name}`);
      if (validate(value) !== expected) differences.push(`${file}: ${vector.id}: ${name} should be ${expected}`);
      compared += 1;
    }
  }
}
if (differences.length > 0) throw new Error(`${differences.length} verdicts differ:\n${differences.join("\n")}`);
if (compared === 0) throw new Error("no line of the vectors has a verdict");
console.log(`${compared} verdicts on ${lines} lines`);
