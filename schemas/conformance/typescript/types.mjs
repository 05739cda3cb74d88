// For every document, json2ts has written a file that exports the type of that name. It spells P2p as P2P.
import { readFileSync } from "node:fs";
import { documents } from "./schemas.mjs";

const folder = process.argv[2];
for (const { path, schema } of documents) {
  const file = `${folder}/${path.slice("v1/".length).replace(/\.json$/, ".d.ts")}`;
  const declared = new RegExp(`^export (interface|type) ${schema.title}\\b`, "im");
  if (!declared.test(readFileSync(file, "utf8"))) throw new Error(`${file}: no type ${schema.title}`);
}
console.log(`${documents.length} types`);
