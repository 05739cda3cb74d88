// Every document compiles in ajv's strict mode, and every example in it validates where it stands.
import { readdirSync } from "node:fs";
import { ajv, documents, root } from "./schemas.mjs";

const onDisk = readdirSync(new URL("v1", root), { recursive: true }).filter((path) => path.endsWith(".json"));
const listed = documents.map(({ path }) => path.slice("v1/".length));
const differ = [...onDisk.filter((path) => !listed.includes(path)), ...listed.filter((path) => !onDisk.includes(path))];
if (differ.length > 0) throw new Error(`index.json and v1/ differ: ${differ.join(", ")}`);

const escaped = (name) => encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));

/** The examples of a schema and of all inside it, each with the pointer of its schema. */
function* examples(schema, pointer = "") {
  if (typeof schema !== "object" || schema === null) return;
  for (const example of schema.examples ?? []) yield { pointer, example };
  for (const [keyword, inner] of Object.entries(schema)) {
    if (["examples", "enum", "const", "required"].includes(keyword)) continue;
    const named = ["properties", "$defs"].includes(keyword) || Array.isArray(inner);
    const below = named ? Object.entries(inner).map(([name, one]) => [`/${escaped(name)}`, one]) : [["", inner]];
    for (const [step, one] of below) yield* examples(one, `${pointer}/${escaped(keyword)}${step}`);
  }
}

let count = 0;
for (const { path, schema } of documents) {
  for (const { pointer, example } of examples(schema)) {
    const validate = ajv.getSchema(`${schema.$id}#${pointer}`);
    if (!validate(example)) {
      throw new Error(`${path}#${pointer}: ${JSON.stringify(example)}: ${ajv.errorsText(validate.errors)}`);
    }
    count += 1;
  }
}
if (count === 0) throw new Error("no document has an example");
console.log(`${documents.length} documents, ${count} examples`);
