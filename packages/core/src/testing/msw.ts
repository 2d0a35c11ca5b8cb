import { http, type HttpHandler } from "msw";

/** A vendor, real or fake, as a function. */
export type Answer = (request: Request) => Promise<Response>;

/** Puts a fake vendor behind msw: every request below the base URL is answered by it. */
export function mswHandlers(baseUrl: string, answer: Answer): HttpHandler[] {
  return [http.all(`${baseUrl.replace(/\/+$/, "")}/*`, async ({ request }) => await answer(request))];
}
