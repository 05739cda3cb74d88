// Reading a message of a documented kind: the switch tells the types of the payloads apart, and must name every kind.
import type { KnownMessage } from "../../target/typescript/known-message";

export function inWords(message: KnownMessage): string {
  switch (message.msgType) {
    case "PING":
    case "PONG":
      return `${message.msgType} from ${message.payload.toLowerCase()}`;
    case "TEXT":
      return message.payload.trim();
    case "PIC_FILE":
    case "AUDIO_FILE":
    case "BIN_FILE":
      return `file at ${message.payload.trim()}`;
    case "TEXT_RECALL":
    case "PIC_FILE_RECALL":
    case "AUDIO_FILE_RECALL":
    case "BIN_FILE_RECALL":
      return `recalls ${message.payload.recall_msgId.trim()}`;
    case "TEXT_READ":
    case "PIC_FILE_READ":
    case "AUDIO_FILE_READ":
    case "BIN_FILE_READ":
      return `has read ${message.payload.read_msgId.trim()}`;
    case "ADD_FRIEND_REQUEST":
      return `${message.payload.add_requester.trim()} asks`;
    case "ADD_FRIEND_RESPONSE": {
      const accepted: boolean = message.payload.accepted;
      return `${message.payload.add_responser.trim()} says ${accepted ? "yes" : "no"}`;
    }
    default: {
      const never: never = message;
      return never;
    }
  }
}

// What is wrong does not compile. tsc also fails where a line below an expected error has none.

const text = { version: 0, msgId: "TEXT_1", msgType: "TEXT", timestamp: "1516763973000", payload: "hi" } as const;
const recall = { ...text, msgType: "TEXT_RECALL", payload: { recall_msgId: "TEXT_1" } } as const;
const { msgId: _, ...withoutId } = text;

export const good: KnownMessage[] = [text, recall, { ...text, more: [1] }];

export const bad: KnownMessage[] = [
  // @ts-expect-error a text is text
  { ...text, payload: { recall_msgId: "TEXT_1" } },
  // @ts-expect-error a recall names what it takes back
  { ...recall, payload: "TEXT_1" },
  // @ts-expect-error by this name
  { ...recall, payload: { read_msgId: "TEXT_1" } },
  // @ts-expect-error a message has an id
  withoutId,
  // @ts-expect-error of text
  { ...text, msgId: 1 },
  // @ts-expect-error the time is text, as it does not fit every language's numbers
  { ...text, timestamp: 1516763973000 },
  // @ts-expect-error no documented kind
  { ...text, msgType: "STICKER" },
  // @ts-expect-error the version is a number
  { ...text, version: "0" },
];

export function wrongCase(message: KnownMessage): boolean {
  // @ts-expect-error no such kind, so it is never equal
  return message.msgType === "TXT";
}

export function notNarrowed(message: KnownMessage): string {
  // @ts-expect-error not every payload has it
  return message.payload.recall_msgId;
}
