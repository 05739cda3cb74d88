// Calling the API by the types of openapi-typescript, which know the endpoints by their paths.
import type { components, paths } from "../../target/typescript/openapi";

type Method = "get" | "post" | "put" | "delete";
type Body<Operation> = Operation extends { requestBody: { content: { "application/json": infer Json } } } ? Json : undefined;
type Query<Operation> = Operation extends { parameters: { query: infer Named } } ? Named : undefined;
type Path<Operation> = Operation extends { parameters: { path: infer Named } } ? Named : undefined;
type Answer<Operation> = Operation extends { responses: { 200: { content: { "application/json": infer Json } } } } ? Json : never;

interface Input<Operation> {
  path: Path<Operation>;
  query: Query<Operation>;
  body: Body<Operation>;
}

declare function call<At extends keyof paths, By extends Method & keyof paths[At]>(
  by: By,
  at: At,
  input: Input<paths[At][By]>,
): Promise<Answer<paths[At][By]>>;

const nothing = { path: undefined, query: undefined } as const;
const push = {
  appId: "2882303761517669588",
  appKey: "5111766983588",
  appSecret: "made up",
  fromAccount: "ada",
  toAccount: "bo",
  msg: "hi",
  msgType: "",
} as const;
const { toAccount: _, ...pushToNobody } = push;
const group = { appId: "2882303761517669588", topicId: "21351198708203520" };

export async function packetId(): Promise<string> {
  const { code, message, data } = await call("post", "/api/push/p2p/", { ...nothing, body: push });
  if (code !== 200 || !data?.packetId) throw new Error(`${code}: ${message}`);
  return data.packetId;
}

export async function members(): Promise<(string | null)[]> {
  const query = { accounts: "bo,cy" };
  const answer = await call("delete", "/api/topic/{appId}/{topicId}/accounts", { path: group, query, body: undefined });
  return (answer.data?.members ?? []).map((member) => member.account ?? null);
}

export function isRecall(message: components["schemas"]["KnownMessage"]): string | undefined {
  return message.msgType === "TEXT_RECALL" ? message.payload.recall_msgId : undefined;
}

export async function wrong(): Promise<void> {
  // @ts-expect-error there is no such endpoint
  await call("post", "/api/push/", { ...nothing, body: push });
  // @ts-expect-error it is not fetched but posted
  await call("get", "/api/push/p2p/", { ...nothing, body: push });
  // @ts-expect-error a push has a body
  await call("post", "/api/push/p2p/", { ...nothing, body: undefined });
  // @ts-expect-error to whom is not said
  await call("post", "/api/push/p2p/", { ...nothing, body: pushToNobody });
  // @ts-expect-error an id is text
  await call("post", "/api/push/p2p/", { ...nothing, body: { ...push, appId: 2882303761517669 } });
  // @ts-expect-error what is pushed is text or base64
  await call("post", "/api/push/p2p/", { ...nothing, body: { ...push, msgType: "TEXT" } });
  // @ts-expect-error a member that the body does not have
  await call("post", "/api/push/p2p/", { ...nothing, body: { ...push, toAccounts: ["bo"] } });
  // @ts-expect-error whom to remove is not said
  await call("delete", "/api/topic/{appId}/{topicId}/accounts", { path: group, query: undefined, body: undefined });
  const answer = await call("post", "/api/push/p2p/", { ...nothing, body: push });
  // @ts-expect-error an error has no data
  answer.data.packetId;
}
