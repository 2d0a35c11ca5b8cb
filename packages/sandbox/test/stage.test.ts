import { findCanaries } from "@x/core/testing";
import { describe, expect, test } from "vitest";
import { serve } from "@x/core/testing/node";
import { keys, Stage } from "../src/index.js";
import { kryptogoAt, search, start } from "./support.js";

/** An application's callback handler. */
async function receiver() {
  const got: string[] = [];
  const server = await serve(async (request) => {
    got.push(await request.text());
    return new Response(null, { status: 200 });
  });
  return { got, url: `${server.url}/hooks/secret-path`, close: async () => await server.close() };
}

const subjectsOf = (stage: Stage, vendor: string) =>
  stage.desk().vendors.find(({ name }) => name === vendor)?.subjects ?? [];

describe("calls", () => {
  test("are kept with their cost, and without the person, the key or the URL that is a secret", async () => {
    const { url, stage } = await start();
    await kryptogoAt(url).searchTasks.create(
      search({
        target: { type: 1, name: "Ilse Geheim", birthday: "1971-02-03" },
        callback_url: "https://h.test/s3cret",
      }),
    );
    await expect.poll(() => stage.calls[0]?.response).toBeDefined();
    expect(stage.calls).toMatchObject([
      {
        vendor: "kryptogo",
        operation: "createSearchTasks",
        cost: "billed",
        effect: "create",
        status: 200,
        path: "/task",
      },
    ]);
    const planted = [
      { name: "name", value: "Ilse Geheim" },
      { name: "birthday", value: "1971-02-03" },
      { name: "key", value: keys.kryptogo.apiKey },
      { name: "URL", value: "s3cret" },
    ];
    await expect.poll(() => stage.callbacks[0]?.status).toBeDefined();
    expect(findCanaries(JSON.stringify([stage.calls, stage.callbacks, stage.desk()]), planted)).toEqual([]);
  });

  test("show an id in a path, and not an address", async () => {
    const { url, stage } = await start();
    await kryptogoAt(url).kya.getAddressRisk({ symbol: "btc", address: "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh" });
    expect(stage.calls[0]?.path).toBe("/kya/btc/address/{address}");
  });

  test("form parts and files are named with their size", async () => {
    const stage = new Stage();
    const form = new FormData();
    form.set("submissionId", "abc");
    form.set("note", "Ilse Geheim");
    form.set("file", new File(["12345"], "ilse.png", { type: "image/png" }));
    await stage.answer("argos", new Request("https://x.test/submission/image", { method: "PUT", body: form }));
    await expect
      .poll(() => stage.calls[0]?.request)
      .toEqual({
        submissionId: "abc",
        note: "•••",
        file: "file, image/png, 5 bytes",
      });
  });
});

describe("the bill", () => {
  test("adds up work by operation, with the price where one is known", async () => {
    const { url, stage } = await start();
    await kryptogoAt(url).searchTasks.create({ tasks: [...search().tasks, ...search().tasks] });
    stage.begin("argos", "submission");
    expect(stage.bill()).toEqual([
      { vendor: "kryptogo", operation: "createSearchTasks", units: 2, price: { amount: 40, unit: "invented points" } },
      { vendor: "argos", operation: "submission", units: 1 },
    ]);
  });
});

describe("subjects", () => {
  test("move on by what people do, and say what is possible then", async () => {
    const stage = new Stage();
    const subject = stage.begin("argos", "submission");
    expect(subjectsOf(stage, "argos")[0]?.actions).toEqual(["approve", "reject", "hold", "fail a step", "send face"]);
    stage.act("argos", subject, "hold");
    expect(subjectsOf(stage, "argos")[0]).toMatchObject({
      state: "pending: a person has to decide",
      actions: ["approve", "reject"],
    });
    stage.act("argos", subject, "reject");
    expect(subjectsOf(stage, "argos")[0]).toMatchObject({ state: "rejected", actions: [] });
    expect(() => stage.act("argos", subject, "approve")).toThrow(`Nothing can happen to ${subject} now.`);
  });

  test("hold no person", () => {
    const stage = new Stage();
    stage.begin("argos", "submission of somebody on a list");
    expect(JSON.stringify(stage.desk())).not.toMatch(/Sanctioned Example/);
  });
});

describe("callbacks", () => {
  test("go where the request says, else where the sandbox is told, else they are kept to be sent", async () => {
    const { url, stage } = await start();
    const app = await receiver();
    const kryptogo = kryptogoAt(url);
    await kryptogo.searchTasks.create(search());
    await expect.poll(() => stage.callbacks.length).toBe(1);
    expect(stage.callbacks[0]).toMatchObject({ subject: "search_task:101", kind: "search_task" });
    expect(stage.callbacks[0]?.url).toBeUndefined();
    await expect(stage.repeatCallback(1)).rejects.toThrow("Nobody has named a URL");
    expect(await stage.repeatCallback(1, app.url)).toBe(200);
    expect(JSON.parse(app.got[0] ?? "")).toMatchObject({ task_id: 101 });
    stage.setCallbackUrl("kryptogo", app.url);
    stage.act("kryptogo", "search_task:101", "reject");
    await expect.poll(() => app.got.length).toBe(2);
    expect(JSON.parse(app.got[1] ?? "")).toMatchObject({ task_id: 101, report: { accepted: false } });
    await app.close();
  });

  test("go astray when told to", async () => {
    const sent: string[] = [];
    const stage = new Stage({ deliver: async (url) => sent.push(url) && 200 });
    stage.setCallbackUrl("argos", "https://hooks.test/");
    stage.failCallbacks("argos", "lost");
    stage.failCallbacks("argos", "duplicate");
    stage.failCallbacks("argos", "late");
    stage.begin("argos", "submission");
    expect(sent.length).toBe(0);
    stage.begin("argos", "submission");
    await stage.idle();
    expect(sent.length).toBe(2);
    stage.begin("argos", "submission");
    await stage.idle();
    expect(sent.length).toBe(2);
    await stage.clock.advance(60_000);
    expect(sent.length).toBe(3);
    expect(stage.callbacks.map(({ fault }) => fault)).toEqual(["lost", "duplicate", "duplicate", "late"]);
  });

  test("can be made up, with what the vendor proves itself by", async () => {
    const seen: unknown[] = [];
    const stage = new Stage({ deliver: async (_, init) => seen.push(init.headers) && 204 });
    expect(await stage.sendCallback("verifyvasp", "TX_REPORT", "https://hooks.test/")).toBe(204);
    expect(seen).toMatchObject([{ authorization: `Bearer ${keys.verifyvasp.callbackToken}` }]);
  });
});

describe("the clock", () => {
  test("moves everything that waits: a face that nothing follows is rejected after a day", async () => {
    const stage = new Stage();
    const subject = stage.begin("argos", "submission");
    stage.act("argos", subject, "send face");
    await stage.clock.advance(86_399_000);
    expect(subjectsOf(stage, "argos")[0]?.state).toBe("incomplete");
    await stage.clock.advance(2000);
    expect(subjectsOf(stage, "argos")[0]?.state).toBe("rejected");
  });

  test("stands still when stopped, and runs on from there", async () => {
    const stage = new Stage({ startAt: Date.UTC(2026, 0, 1) });
    stage.clock.stop();
    const stood = stage.clock.now();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stage.clock.now()).toBe(stood);
    stage.clock.run();
    await expect.poll(() => stage.clock.now()).toBeGreaterThan(stood);
  });

  test("runs by itself what falls due", async () => {
    const stage = new Stage();
    let rang = false;
    stage.clock.after(15, () => (rang = true));
    await expect.poll(() => rang).toBe(true);
  });
});

test("the same seed makes the same things, and none of them is on the bill", async () => {
  const look = async (seed: number) => {
    const stage = new Stage({ startAt: Date.UTC(2026, 0, 1) });
    stage.clock.stop();
    await stage.populate(seed);
    expect(stage.bill()).toEqual([]);
    return stage.desk().vendors.map(({ subjects }) => subjects.map(({ kind, state }) => `${kind}: ${state}`));
  };
  const [one, again, other] = [await look(7), await look(7), await look(8)];
  expect(one.every((subjects) => subjects.length > 0)).toBe(true);
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test("beginning anew forgets everything but where callbacks go", async () => {
  const { url, stage } = await start();
  await kryptogoAt(url).searchTasks.create(search());
  stage.setCallbackUrl("argos", "https://hooks.test/");
  stage.reset();
  expect([stage.calls, stage.callbacks, stage.bill(), subjectsOf(stage, "kryptogo")]).toEqual([[], [], [], []]);
  expect(stage.desk().vendors.find(({ name }) => name === "argos")?.callbackUrl).toBe("https://hooks.test/");
});
