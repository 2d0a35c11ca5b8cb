/** The request as a vendor sees it: without the path that it is mounted at. */
export async function below(prefix: string, request: Request): Promise<Request> {
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(prefix.length);
  const { method, headers } = request;
  const body = method === "GET" || method === "HEAD" ? undefined : await request.arrayBuffer();
  return new Request(url, { method, headers, ...(body === undefined || body.byteLength === 0 ? {} : { body }) });
}
