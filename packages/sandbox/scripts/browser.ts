import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { isSdkError, KryptogoClient } from "@x/kryptogo";
import { KycPortalClient } from "@x/kyc-portal";
import { keys, startSandbox } from "@x/sandbox";
import { type Backend, startBackend } from "../../../examples/browser/src/backend.ts";
import { drawPictures } from "../../../examples/kryptogo-onboarding/src/images.ts";
import { Checks } from "./checks.ts";

/** The sandbox's page and the onboarding form in a real Chromium. `CHROMIUM` names another binary. */
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const root = join(fileURLToPath(import.meta.url), "../../../..");
const artifacts = join(root, "packages/sandbox/artifacts");
const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

const needed: readonly (readonly [file: string, remedy: string])[] = [
  [executablePath, "Chromium is missing: apt-get install -y chromium, or CHROMIUM=<binary>."],
  [join(root, "packages/sandbox/dist/page/index.html"), "The sandbox is not built: pnpm build."],
  [join(root, "examples/browser/dist/index.html"), "The form is not built: pnpm --filter browser-onboarding build."],
];
const missing = needed.filter(([file]) => !existsSync(file));
for (const [, remedy] of missing) console.error(remedy);
if (missing.length > 0) process.exit(1);

const began = performance.now();
const checks = new Checks();
mkdirSync(artifacts, { recursive: true });
const sandbox = await startSandbox({ seed: 7 });
const backend = await startBackend({ baseUrl: `${sandbox.url}/kryptogo`, apiKey: keys.kryptogo.apiKey });
const browser = await chromium.launch({ executablePath, args: flags.split(" ") });
const pictures = drawPictures(["form"]);
try {
  const page = await open(browser, sandbox.url, [sandbox.url]);
  await demoArrives(page);
  await rejectByButton(page, backend);
  await paysOnce(backend);
  await stallsTheClient(page);
  await drawsOwnership(page);
  await keepsToTheKeyboard(page);
  await repeatsACallback(page, backend);
  await isAccessible(page, "sandbox");
  await takePictures(browser);
} catch (error) {
  checks.is("the run came to its end", false, error instanceof Error ? error.message : "");
} finally {
  await browser.close();
  await backend.close();
  await sandbox.close();
  rmSync(pictures, { recursive: true });
}
console.log(`${((performance.now() - began) / 1000).toFixed(1)} s; pictures in packages/sandbox/artifacts`);
process.exitCode = checks.end();

/** Opens a page and watches that it stays at home and says nothing on the console. */
async function open(from: Browser, url: string, homes: readonly string[], options: object = {}): Promise<Page> {
  const page = await from.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  page.setDefaultTimeout(10_000);
  page.on("request", (request) => {
    const to = request.url();
    if (!homes.some((home) => to.startsWith(`${home}/`)) && !to.startsWith("blob:"))
      checks.is(`the page stays on this machine`, false, new URL(to).host);
  });
  page.on("pageerror", (error) => checks.is("the page throws nothing", false, error.message));
  page.on("console", (message) => {
    if (message.type() === "error") checks.is("the console stays clean", false, message.text());
  });
  await page.goto(`${url}/`);
  return page;
}

async function demoArrives(page: Page): Promise<void> {
  console.log("\nThe demo against the sandbox");
  const code = await new Promise<number>((resolve) => {
    const env = { ...process.env, KRYPTOGO_API_KEY: keys.kryptogo.apiKey };
    const args = ["src/main.ts", "--base-url", `${sandbox.url}/kryptogo`];
    const cwd = join(root, "examples/kryptogo-onboarding");
    spawn(process.execPath, args, { cwd, env, stdio: "ignore" }).once("exit", (exit) => resolve(exit ?? 1));
  });
  checks.is("the demo runs to its end", code === 0);
  for (const operation of ["createKyaTask", "createIdvTask", "getIdvTask", "createSearchTasks", "listSearchTasks"])
    await checks.comes(`the page shows ${operation}`, async () => {
      await page
        .locator(".entry:not(.back) b", { hasText: new RegExp(`^${operation}$`) })
        .first()
        .waitFor();
    });
  const row = page.locator(".entry", { hasText: "createIdvTask" }).first();
  await row.locator("summary").click();
  const bodies = (await row.locator("pre").allTextContents()).join();
  checks.is(
    "a body is shown without the person and the pictures",
    /country/.test(bodies) && !/王又曾|iVBOR/.test(bodies),
  );
  await row.locator("summary").click();
  await page.getByRole("tab", { name: "Bill" }).click();
  await checks.comes("the bill names what would have been paid", async () => {
    await page.locator("tbody tr", { hasText: "createSearchTasks" }).getByText("invented points").waitFor();
  });
  await page.getByRole("tab", { name: "Cases and tasks" }).click();
}

/** A browser may send a POST a second time by itself. */
async function paysOnce(app: Backend): Promise<void> {
  const [cookie = ""] = ((await fetch(`${app.url}/`)).headers.get("set-cookie") ?? "").split(";");
  const image = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(2000)]).toString("base64");
  const input = { country: "TWN", id_type: "PASSPORT", id_image: image, face_image: image, expected_name: "Twice" };
  const send = async (): Promise<unknown> => {
    const headers = { "content-type": "application/json", cookie };
    const answer = await fetch(`${app.url}/kyc/idv`, { method: "POST", headers, body: JSON.stringify(input) });
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  const [first, second] = (await Promise.all([send(), send()])) as { status: number; idv_task_id?: number }[];
  checks.is(
    "a paid request that the browser sends twice is paid once",
    first?.status === 200 && first.idv_task_id !== undefined && first.idv_task_id === second?.idv_task_id,
    JSON.stringify([first, second]),
  );
}

async function rejectByButton(page: Page, app: Backend): Promise<void> {
  console.log("\nThe onboarding form");
  const form = await open(browser, app.url, [app.url]);
  const seen: string[] = [];
  form.on("response", (response) => {
    void response
      .request()
      .allHeaders()
      .then((headers) => seen.push(JSON.stringify(headers)));
    const type = response.headers()["content-type"] ?? "";
    if (!type.includes("event-stream"))
      void response.text().then(
        (text) => seen.push(text),
        () => undefined,
      );
  });
  await form.reload();
  await form.getByLabel("Name as in the passport").fill("Erika Review");
  await form.getByLabel("Date of birth").fill("1990-06-21");
  await form.getByLabel("Photo of the passport").setInputFiles(join(pictures, "form-front.png"));
  await form.getByLabel("Photo of your face").setInputFiles(join(pictures, "form-face.png"));
  await isAccessible(form, "form");
  await form.getByRole("button", { name: "Send" }).click();
  await checks.comes("the form shows that photos went and a person looks", async () => {
    await form.locator('li.now[data-step="review"]').waitFor();
  });
  await form.screenshot({ path: join(artifacts, "form-progress.png"), fullPage: true });
  const subjects = sandbox.stage.desk().vendors[0]?.subjects ?? [];
  const idv = subjects.findLast(({ subject }) => subject.startsWith("idv:"))?.subject ?? "";
  const before = app.received.filter((one) => one === idv).length;
  await page.getByRole("button", { name: `reject: ${idv}`, exact: true }).click();
  await checks.comes("a button of the sandbox rejects, and the form says so", async () => {
    await form.getByText("We could not open an account").waitFor();
  });
  checks.is(
    "the application's callback handler got it",
    app.received.filter((one) => one === idv).length === before + 1,
  );
  checks.is(
    "no key is in anything the page got or sent",
    seen.length > 5 && !seen.some((text) => text.includes(keys.kryptogo.apiKey)),
  );
  // With the form's own cookie, past its console.
  const stolen = (await form.request.get(`${app.url}/kyc/idv/11`)).status();
  checks.is("the form cannot read somebody else's verification", stolen === 404, String(stolen));
  await form.getByText("Where is the key?").click();
  await form.getByRole("button", { name: "Try it with a key" }).click();
  const refused = (await form.locator("#refused").textContent()) ?? "";
  checks.is(
    "the same client refuses a key in the page",
    /apiKey/.test(refused) && !/that-everybody/.test(refused),
    refused,
  );
  await form.screenshot({ path: join(artifacts, "form-decided.png"), fullPage: true });
  await form.close();
}

async function stallsTheClient(page: Page): Promise<void> {
  console.log("\nA fault");
  await page.getByRole("tab", { name: "Faults" }).click();
  await page.getByRole("combobox", { name: "Vendor" }).selectOption("kryptogo");
  await page.getByRole("combobox", { name: "Fault" }).selectOption("stall-body");
  await page.getByRole("combobox", { name: "Operation" }).selectOption("getSearchTaskSummary");
  // A read is tried again: each try has to stall.
  const times = page.getByLabel("For the next");
  await times.fill("5");
  const client = new KryptogoClient({ baseUrl: `${sandbox.url}/kryptogo`, apiKey: keys.kryptogo.apiKey });
  const calls = page.locator(".entry", { hasText: "listSearchTasks" });
  const before = await calls.count();
  await client.searchTasks.list({ page_size: 1, page_number: 1 });
  await calls.nth(before).waitFor();
  checks.is("a call that arrives leaves what is being typed alone", (await times.inputValue()) === "5");
  await page.getByRole("button", { name: "Inject" }).click();
  await checks.comes("the fault is listed as planned", async () => {
    await page.locator(".planned", { hasText: "stall-body" }).waitFor();
  });
  const error: unknown = await client.searchTasks
    .getSummary({ task_id: 101 }, { timeout: 700 })
    .catch((e: unknown) => e);
  checks.is("the client times out", isSdkError(error) && error.code === "timeout", (error as Error).message);
  await checks.comes("the page shows the stalled call", async () => {
    await page
      .locator(".entry", { hasText: "getSearchTaskSummary" })
      .locator(".mark.fault", { hasText: "stall-body" })
      .first()
      .waitFor();
  });
  await page.getByRole("button", { name: "Take back the faults of KryptoGO" }).click();
  await checks.comes("and it works again", async () => await client.searchTasks.getSummary({ task_id: 101 }));
}

async function drawsOwnership(page: Page): Promise<void> {
  console.log("\nOwnership and clock");
  const { clientId, clientSecret } = keys["kyc-portal"];
  const portal = new KycPortalClient({ baseUrl: `${sandbox.url}/kyc-portal`, clientId, clientSecret });
  await portal.companies.create({ rawname: "EXAMPLE CREAMERY HOLDINGS LIMITED", codeiso31662: "GB" });
  await page.getByRole("tab", { name: "Cases and tasks" }).click();
  await page.getByRole("button", { name: /move the clock on by one minute/ }).click();
  const owned = page.getByRole("button", { name: /^Ownership of/ });
  await owned.first().click();
  await checks.comes("the chart names the owners and their shares", async () => {
    await page
      .getByRole("img", { name: /Ownership: .*John Sample, Ultimate Beneficial Owner, 75 %/ })
      .first()
      .waitFor();
  });
  await page
    .getByRole("button", { name: "Know Your Customer", exact: true })
    .or(page.getByRole("button", { name: "KYC Portal" }))
    .click();
  await page.screenshot({ path: join(artifacts, "ownership.png") });
  await page.getByRole("button", { name: "All vendors" }).click();
}

async function keepsToTheKeyboard(page: Page): Promise<void> {
  console.log("\nThe keyboard alone");
  await page.getByRole("tab", { name: "Cases and tasks" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const focused = await page.evaluate(() => document.activeElement?.id);
  checks.is("arrows move between tabs", focused === "tab-callbacks", focused);
  await page.keyboard.press("Tab");
  const next = await page.evaluate(() => document.activeElement?.closest("[role=tabpanel]")?.id);
  checks.is("and Tab goes into the panel", next === "panel-callbacks", next);
  await page.locator(".entry summary").first().focus();
  await page.keyboard.press("Enter");
  checks.is("Enter opens an entry", (await page.locator(".entry").first().getAttribute("open")) !== null);
  await page.keyboard.press("Enter");
}

async function repeatsACallback(page: Page, app: Backend): Promise<void> {
  console.log("\nCallbacks");
  const seen = app.received.length;
  const row = page.locator(".entry.back", { hasText: "idv" }).locator("visible=true").first();
  await row.locator("summary").click();
  await row.getByRole("button", { name: /^Send again: callback \d+$/ }).click();
  await checks.comes("a callback is sent again where it went before", async () => {
    await page.getByText(/sent again: answered 200/).waitFor();
  });
  checks.is(
    "and the application gets it again",
    app.received.length === seen + 1,
    `${app.received.length - seen} came`,
  );
  await row.locator("summary").click();
  await page.getByRole("tab", { name: "Callbacks" }).click();
  const argos = page.getByRole("region", { name: "ARGOS Identity" });
  await argos.getByRole("textbox", { name: "Callback URL" }).fill(`${app.url}/nowhere`);
  await argos.getByRole("combobox", { name: "Made-up callback" }).selectOption("approved");
  await argos.getByRole("button", { name: /^Send a made-up callback/ }).click();
  await checks.comes("a made-up one goes where it is told to", async () => {
    await page.getByText(/A made-up approved was sent: answered 404/).waitFor();
  });
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** Looks at the whole page, and for the other tabs at the panel that is new. */
async function isAccessible(page: Page, name: string): Promise<void> {
  const views = name === "sandbox" ? ["Cases and tasks", "Faults", "Callbacks", "Bill", "Connect"] : [""];
  // Past the page's own rules, which let no other script in.
  await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [at, view] of views.entries()) {
      if (view !== "") await page.getByRole("tab", { name: view }).click();
      // Colours change softly; axe would measure them half way.
      await page.waitForTimeout(200);
      const found = await page.evaluate(
        async (where) => {
          const { axe } = globalThis as unknown as {
            axe: { run(where: string): Promise<{ violations: Violation[] }> };
          };
          return (await axe.run(where)).violations.map(({ id, impact, nodes }) => [
            id,
            impact,
            String(nodes[0]?.target),
          ]);
        },
        at === 0 ? "html" : ".drive",
      );
      const serious = found.filter(([, impact]) => impact === "serious" || impact === "critical");
      const mild =
        found.length === serious.length ? "" : ` (${found.length - serious.length} mild: ${found.join("; ")})`;
      const what = `axe finds nothing serious in the ${name}${view === "" ? "" : `, ${view}`}, ${colorScheme}${mild}`;
      checks.is(what, serious.length === 0, serious.join("; "));
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
}

async function takePictures(from: Browser): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const)
    for (const [kind, width, height] of [
      ["desktop", 1440, 900],
      ["phone", 390, 844],
    ] as const) {
      const page = await open(from, sandbox.url, [sandbox.url], { viewport: { width, height }, colorScheme });
      await page.locator(".entry").first().waitFor();
      await page.screenshot({
        path: join(artifacts, `sandbox-${kind}-${colorScheme}.png`),
        fullPage: kind === "phone",
      });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      checks.is(`nothing hangs over the edge on a ${kind}, ${colorScheme}`, overflow <= 0, `${overflow} px`);
      await page.close();
    }
}
