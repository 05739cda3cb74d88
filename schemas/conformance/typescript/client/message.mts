// Messages: a switch over the generated union, which the compiler finds complete.
import type { components } from "../../target/clients/openapi.mjs";

export type Schemas = components["schemas"];
export type KnownMessage = Schemas["KnownMessage"];

/** What is in a message, in the words of the vectors. */
export type Body =
  | { payload_kind: "account"; account: string }
  | { payload_kind: "text"; text: string }
  | { payload_kind: "url"; url: string }
  | { payload_kind: "target_msg_id"; target_msg_id: string }
  | { payload_kind: "friend_request"; requester: string }
  | { payload_kind: "friend_response"; responder: string; accepted: boolean };

/** The message that came as base64, in a history or a callback. */
export function decode(payload: string): KnownMessage {
  return parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(payload, "base64")));
}

/** Types check nothing at run time: to refuse what has another form, validate with message.schema.json first. */
export function parse(text: string): KnownMessage {
  return JSON.parse(text) as KnownMessage;
}

/** What is in a message; nothing where its kind is not listed. */
export function body(message: KnownMessage): Body | undefined {
  switch (message.msgType) {
    case "PING":
    case "PONG":
      return { payload_kind: "account", account: message.payload };
    case "TEXT":
      return { payload_kind: "text", text: message.payload };
    case "PIC_FILE":
    case "AUDIO_FILE":
    case "BIN_FILE":
      return { payload_kind: "url", url: message.payload };
    case "TEXT_RECALL":
    case "PIC_FILE_RECALL":
    case "AUDIO_FILE_RECALL":
    case "BIN_FILE_RECALL":
      return { payload_kind: "target_msg_id", target_msg_id: message.payload.recall_msgId };
    case "TEXT_READ":
    case "PIC_FILE_READ":
    case "AUDIO_FILE_READ":
    case "BIN_FILE_READ":
      return { payload_kind: "target_msg_id", target_msg_id: message.payload.read_msgId };
    case "ADD_FRIEND_REQUEST":
      return { payload_kind: "friend_request", requester: message.payload.add_requester };
    case "ADD_FRIEND_RESPONSE":
      return { payload_kind: "friend_response", responder: message.payload.add_responser, accepted: message.payload.accepted };
    default:
      return other(message);
  }
}

/** Nothing the compiler knows of comes here; a kind that is not listed does, and is legal. */
function other(_: never): undefined {
  return undefined;
}
