// A conversation over the API, and the vectors: `node main.mjs BASE VECTORS`.
import { deepStrictEqual as same, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Api, ApiError } from "./api.mjs";
import { body, decode, parse, type Schemas } from "./message.mjs";

const [base = "", vectors = ""] = process.argv.slice(2);
// Made up; the stand-in knows this application.
const app = { appId: "2882303761517669588", appKey: "5111766983588", appSecret: "2xZmr+/yj+/T5U+vvbataQ==" };
const { appId } = app;
const api = new Api(base);

async function conversation() {
  const tokenOf = async (appAccount: string) => (await api.ask("post", "/api/account/token", { body: { ...app, appAccount } })).token;
  const [ada, bo] = [await tokenOf("ada"), await tokenOf("bo")];
  console.log("ada and bo have tokens");

  const created = await api.ask("post", "/api/topic/{appId}", { token: ada, ids: { appId }, body: { topicName: "chess", accounts: "bo" } });
  const { topicId } = created.topicInfo;
  ok(!Number.isSafeInteger(Number(topicId)), "as a number it would be another id");
  const ids = { appId, topicId };
  const invited = await api.ask("post", "/api/topic/{appId}/{topicId}/accounts", { token: bo, ids, body: { accounts: "赛" } });
  const members = invited.members?.map((member) => member.account);
  same(members, ["ada", "bo", "赛"]);
  console.log(`group ${topicId}: ${members?.join(", ")}`);

  const now = Date.now();
  const text: Schemas["TextMessage"] = { version: 0, msgId: "TEXT_1", msgType: "TEXT", timestamp: `${now}`, payload: "将军" };
  const payload = { recall_msgId: text.msgId };
  const recall: Schemas["TextRecallMessage"] = { ...text, msgId: "TEXT_RECALL_1", msgType: "TEXT_RECALL", payload };
  const pushed = await api.ask("post", "/api/push/p2p/", {
    body: { ...app, fromAccount: "ada", toAccount: "bo", msg: JSON.stringify(text), msgType: "", bizType: "TEXT", isStore: true },
  });
  ok(pushed.packetId);
  const msg = Buffer.from(JSON.stringify(recall)).toString("base64");
  await api.ask("post", "/api/push/p2t/", { body: { ...app, fromAccount: "ada", topicId, msg, msgType: "base64", isStore: true } });
  console.log("pushed as ada: a text to bo, a recall to the group");

  // From now on: the stand-in has the same clock. At most 24 hours.
  const window = { utcFromTime: `${now}`, utcToTime: `${now + 3_600_000}` };
  const toBo = await api.ask("post", "/api/msg/p2p/query/", { token: bo, body: { fromAccount: "ada", toAccount: "bo", ...window } });
  const toGroup = await api.ask("post", "/api/msg/p2t/query/", { token: bo, body: { account: "bo", topicId, ...window } });
  const history = [...(toBo.messages ?? []), ...(toGroup.messages ?? [])];
  const messages = history.map((item) => decode(item.payload));
  same(messages, [text, recall]);
  same(messages.map(body), [
    { payload_kind: "text", text: "将军" },
    { payload_kind: "target_msg_id", target_msg_id: "TEXT_1" },
  ]);
  for (const [index, message] of messages.entries()) {
    console.log(`bo reads ${message.msgType} of ${history[index]?.fromAccount}: ${JSON.stringify(body(message))}`);
  }

  const refusal = await api.ask("delete", "/api/topic/{appId}/{topicId}/account", { token: ada, ids }).catch((error: unknown) => error);
  // No list of the codes exists: 500 is what an owner gets who quits.
  ok(refusal instanceof ApiError && refusal.code === 500, `not the refusal of an owner: ${refusal}`);
  console.log(`ada may not quit: code ${refusal.code}, ${refusal.message}`);
}

interface Vector {
  id: string;
  kind: string;
  raw: string;
  expect: Record<string, unknown>;
  schemas?: Record<string, boolean>;
}

/** The messages of the vectors that known-message.schema.json describes: each is read as they expect. */
function checkVectors() {
  const lines = readFileSync(vectors, "utf8").split("\n").filter((line) => line !== "");
  const known = lines.map((line) => JSON.parse(line) as Vector).filter((line) => line.kind === "message" && line.schemas?.["known-message"]);
  for (const { id, raw, expect } of known) {
    const message = parse(raw);
    const header = { msg_type: message.msgType, msg_id: message.msgId, version: message.version };
    const facts = { ...header, timestamp_ms: Number(message.timestamp), ...(body(message) ?? { payload_kind: "not listed" }) };
    same(facts, Object.fromEntries(Object.keys(facts).map((name) => [name, expect[name]])), id);
  }
  ok(known.length > 0, "no line is about known messages");
  console.log(`vectors: ${known.length} messages read as expected`);
}

await conversation();
checkVectors();
