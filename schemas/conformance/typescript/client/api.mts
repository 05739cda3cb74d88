// Calls of the API: what they take and give is read off the generated types, so a wrong path, id or member does not compile.
import type { paths } from "../../target/clients/openapi.mjs";

type Method = "get" | "put" | "post" | "delete";
type Methods<P extends keyof paths> = { [M in Method]: paths[P][M] extends { responses: unknown } ? M : never }[Method];

type Json<T> = { content: { "application/json": T } };
type Input<O> = { token?: string } & (O extends { requestBody: Json<infer Body> } ? { body: Body } : unknown) &
  (O extends { parameters: { path: infer Ids extends object } } ? { ids: Ids } : unknown);
type Data<O> = O extends { responses: { 200: Json<{ data?: infer D }> } } ? NonNullable<D> : never;

/** An answer whose code is not 200. */
export class ApiError extends Error {
  constructor(readonly code: number, message: string) {
    super(message);
  }
}

export class Api {
  constructor(private readonly base: string) {}

  async ask<P extends keyof paths, M extends Methods<P>>(method: M, path: P, input: Input<paths[P][M]>): Promise<Data<paths[P][M]>> {
    const { token, body, ids = {} } = input as { token?: string; body?: object; ids?: Record<string, string> };
    const answer = await fetch(this.base + path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? "")), {
      method: method.toUpperCase(),
      headers: { "content-type": "application/json", ...(token !== undefined && { token }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    // The HTTP status says nothing that code does not say.
    const { code, message, data } = (await answer.json()) as { code: number; message: string; data?: Data<paths[P][M]> | null };
    if (code !== 200) throw new ApiError(code, message);
    if (data === undefined || data === null) throw new Error(`${method} ${path}: no data`);
    return data;
  }
}
