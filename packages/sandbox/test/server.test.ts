import { request } from "node:http";
import { ArgosClient } from "@x/argos";
import { isOutcomeUnknown, isSdkError } from "@x/kryptogo";
import { KycPortalClient } from "@x/kyc-portal";
import { VerifyVaspClient } from "@x/verifyvasp-kyt";
import { describe, expect, test } from "vitest";
import { keys } from "../src/index.js";
import { kryptogoAt, search, start, tell } from "./support.js";

describe("the vendors over HTTP", () => {
  test("answer their own clients, each below its path and with its key", async () => {
    const { url } = await start();
    const argos = keys.argos.apiKey;
    const portal = new KycPortalClient({ baseUrl: `${url}/kyc-portal`, ...keys["kyc-portal"] });
    const plain = new ArgosClient({ baseUrl: `${url}/argos`, apiKey: argos });
    const encrypted = new ArgosClient({ baseUrl: `${url}/argos-encrypted`, apiKey: argos, encryption: true });
    const enclave = new VerifyVaspClient({ baseUrl: `${url}/verifyvasp` });
    expect(await kryptogoAt(url).searchTasks.create(search())).toMatchObject([{ task_id: 101 }]);
    expect((await portal.reference.listJurisdictions()).jurisdictions.jurisdiction.length).toBeGreaterThan(10);
    expect((await enclave.neighbours.vasps.getOwnId()).vaspId).toBe("15952089931162058999");
    await tell(url, "begin", { vendor: "argos", beginning: "submission" });
    const ids = async (client: ArgosClient) =>
      (await client.submissions.listByUserId({ userid: "user-1" }).toArray({ limit: 10 })).map(
        (one) => one.submission_id,
      );
    expect(await ids(plain)).toEqual(["fake000000001"]);
    expect(await ids(encrypted)).toEqual(["fake000000001"]);
  });

  test("refuse another key", async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/kryptogo/tasks?page_size=1&page_number=1`, {
      headers: { "GOFACT-API-TOKEN": "another" },
    });
    expect(answer.status).toBe(401);
  });

  test("break connections and bodies when told to", async () => {
    const { url, stage } = await start();
    const kryptogo = kryptogoAt(url);
    stage.fail("kryptogo", "createSearchTasks", "commit-then-reset");
    const lost: unknown = await kryptogo.searchTasks.create(search()).catch((error: unknown) => error);
    expect(isOutcomeUnknown(lost)).toBe(true);
    expect(stage.bill()).toMatchObject([{ operation: "createSearchTasks", units: 1 }]);
    stage.fail("kryptogo", "getSearchTaskSummary", "stall-body", 5);
    const late: unknown = await kryptogo.searchTasks
      .getSummary({ task_id: 101 }, { timeout: 300 })
      .catch((error: unknown) => error);
    expect(isSdkError(late) && late.code).toBe("timeout");
  });

  test("say plainly when a path is none of theirs", async () => {
    const { url } = await start();
    expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
    expect((await fetch(`${url}/kryptogo/elsewhere`)).status).toBe(404);
  });
});

describe("the page and its controls", () => {
  test("a name of another machine in the Host header is refused: it may be rebound", async () => {
    const { port } = await start();
    expect(await statusFor(port, "evil.example")).toBe(403);
    expect(await statusFor(port, `evil.example:${port}`)).toBe(403);
    expect(await statusFor(port, "127.0.0.1.evil.example")).toBe(403);
    expect(await statusFor(port, `localhost:${port}`)).not.toBe(403);
    expect(await statusFor(port, `127.0.0.1:${port}`)).not.toBe(403);
  });

  test("--host lets other names in", async () => {
    const { port } = await start({ host: "0.0.0.0" });
    expect(await statusFor(port, "sandbox.example")).not.toBe(403);
  });

  test("another site's page can do nothing", async () => {
    const { url } = await start();
    expect((await tell(url, "reset", {}, { origin: "https://evil.example" })).status).toBe(403);
    expect((await tell(url, "reset", {}, { "content-type": "text/plain" })).status).toBe(415);
    expect((await tell(url, "reset", {}, { origin: url })).status).toBe(200);
  });

  test("the page may load nothing from elsewhere and nothing inline", async () => {
    const { url } = await start();
    const answer = await fetch(url);
    // Without a build there is no page to guard.
    if (answer.status === 503) return;
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
    expect(await answer.text()).not.toMatch(/https?:\/\/|<script>|style=/);
  });

  test("wrong orders get an answer that helps", async () => {
    const { url } = await start();
    const say = async (path: string, body: object) => {
      const answer = await tell(url, path, body);
      return [answer.status, ((await answer.json()) as { error: string }).error];
    };
    expect(await say("act", { vendor: "nobody", subject: "idv:1", action: "reject" })).toEqual([
      400,
      "There is no such vendor. There are: kryptogo, kyc-portal, argos, verifyvasp.",
    ]);
    expect(await say("act", { vendor: "kryptogo", subject: "idv:1", action: "reject" })).toEqual([
      400,
      "There is no such subject.",
    ]);
    expect(await say("faults", { vendor: "kryptogo", operation: "none", fault: "slow" })).toEqual([
      400,
      "kryptogo has no operation of that name.",
    ]);
    expect((await say("faults", { vendor: "kryptogo", fault: "none" }))[1]).toMatch(/^There is no such fault/);
    expect(await say("clock", { set: "1990-01-01T00:00:00Z" })).toEqual([400, "Time moves forward only."]);
    expect(await say("clock", { advance: "soon" })).toEqual([
      400,
      "A duration is written as 500ms, 90s, 10m, 24h or 7d.",
    ]);
    expect((await say("callbacks/send", { vendor: "argos", kind: "approved", url: "file:///etc/passwd" }))[1]).toBe(
      "A callback needs an absolute http URL.",
    );
  });

  test("events begin with everything, and go on with every call", async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/api/events`);
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    let text = "";
    const until = async (sign: string): Promise<void> => {
      while (!text.includes(sign)) text += new TextDecoder().decode((await reader.read()).value);
    };
    await until("event: all");
    await kryptogoAt(url).searchTasks.create(search());
    await until('"operation":"createSearchTasks"');
    await until('"subject":"search_task:101"');
    await reader.cancel();
  });
});

/** `fetch` sets the Host header by itself. */
async function statusFor(port: number, host: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", path: "/api/desk", headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}
