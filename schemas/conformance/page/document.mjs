// openapi.json as the page shows it: with sections on what no call says in its body, and without what only takes room.

/** Redoc puts the rows of the schema where this tag stands. */
const rows = (name) => `<SchemaDefinition schemaRef="#/components/schemas/${name}" />`;

/** The sections, each a tag that no call has. */
function sections({ components: { schemas, securitySchemes } }) {
  const header = ({ name, description }) => `| \`${name}\` | ${description.replaceAll("|", "\\|")} |`;
  const headers = Object.values(securitySchemes).map(header).join("\n");
  return [
    {
      name: "credentials",
      "x-displayName": "Credentials",
      description: `They travel in headers, but where the body of a call has them.\n\n| header | what it is |\n| --- | --- |\n${headers}`,
    },
    {
      name: "messages",
      "x-displayName": "Messages",
      description: `${schemas.KnownMessage.description}\n\nChoose a kind by its \`msgType\`.\n\n${rows("KnownMessage")}`,
    },
    {
      name: "callbacks",
      "x-displayName": "Callbacks",
      description: `${schemas.Callback.description}\n\n${rows("Callback")}`,
    },
  ];
}

export function arranged(document) {
  const { schemas } = document.components;
  return {
    ...shorter(document, schemas),
    tags: [...document.tags, ...sections(document)],
    "x-tagGroups": [
      { name: "First", tags: ["credentials"] },
      { name: "Calls", tags: document.tags.map(({ name }) => name) },
      { name: "What is sent", tags: ["messages", "callbacks"] },
    ],
  };
}

/**
 * A schema and all inside it, said shorter. All objects are open, of which Redoc would make a row in each. Of a text
 * or null it would make a box with two tabs.
 */
function shorter(value, schemas) {
  if (Array.isArray(value)) return value.map((item) => shorter(item, schemas));
  if (typeof value !== "object" || value === null) return value;
  const { anyOf: [choice, nothing] = [], ...rest } = value;
  if (choice?.$ref && nothing?.type === "null") {
    const schema = schemas[choice.$ref.split("/").pop()];
    if (schema.type === "string") return { ...schema, ...rest, type: ["string", "null"] };
  }
  const kept = Object.entries(value).filter(([name, inner]) => name !== "additionalProperties" || inner !== true);
  return Object.fromEntries(kept.map(([name, inner]) => [name, shorter(inner, schemas)]));
}
