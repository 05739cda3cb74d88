// Writing requests and reading answers by the files of v1/api.
import type { FetchTokenRequest } from "../../target/typescript/v1/api/fetch-token-request.schema";
import type { StrictFetchTokenRequest } from "../../target/typescript/v1/api/fetch-token-request.strict.schema";
import type { CreateTopicResponse } from "../../target/typescript/v1/api/create-topic-response.schema";

const request = { appId: "2882303761517669588", appKey: "5111766983588", appSecret: "made up", appAccount: "ada" };

export const written: StrictFetchTokenRequest = request;
export const received: FetchTokenRequest = { ...request, more: true };

// @ts-expect-error what is written has no other member
export const more: StrictFetchTokenRequest = { ...request, more: true };
// @ts-expect-error an id is text
export const number: StrictFetchTokenRequest = { ...request, appId: 2882303761517669588n };
// @ts-expect-error the account is not there
export const short: StrictFetchTokenRequest = { appId: "1", appKey: "2", appSecret: "made up" };

export function topicId(answer: CreateTopicResponse): string {
  if (answer.code !== 200 || !answer.data) throw new Error(`${answer.code}: ${answer.message}`);
  return answer.data.topicInfo.topicId;
}

export function careless(answer: CreateTopicResponse): string {
  // @ts-expect-error an error has no data
  return answer.data.topicInfo.topicId;
}
