// The documents, compiled by ajv in its strict mode, by their names.
import Ajv from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";

export const root = new URL("../../", import.meta.url);

export const read = (path) => readFileSync(new URL(path, root), "utf8");

export const ajv = new Ajv({ strict: true });

export const documents = JSON.parse(read("index.json")).documents.map(({ name, path }) => {
  const schema = JSON.parse(read(path));
  try {
    return { name, path, schema, validate: ajv.compile(schema) };
  } catch (error) {
    throw new Error(`${path}: ${error.message}`);
  }
});
