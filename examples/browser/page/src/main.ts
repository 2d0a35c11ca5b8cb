import { isInputError, isOutcomeUnknown, isSdkError, KryptogoClient, waitForIdv, Waker } from "@x/kryptogo";
import { verdicts } from "./verdicts.ts";
import { Progress } from "./progress.ts";

/** The page's own backend: it has the key. */
const backend = new URL("kyc", location.href).href;
// A browser may send a POST twice by itself; the backend takes it once, so a paid call may go out from here.
const kryptogo = new KryptogoClient({ baseUrl: backend, allowBilledInBrowser: true });
const waker = new Waker();
new EventSource("news").addEventListener("message", ({ data }: MessageEvent<string>) => waker.wake(data));

const form = element("onboarding", HTMLFormElement);
const verdict = element("verdict", HTMLElement);
const preview = element("preview", HTMLImageElement);

form.addEventListener("change", () => {
  const file = new FormData(form).get("id_image");
  if (!(file instanceof File) || file.size === 0) return;
  URL.revokeObjectURL(preview.src);
  preview.src = URL.createObjectURL(file);
  preview.hidden = false;
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void onboard(new FormData(form));
});

element("with-key", HTMLButtonElement).addEventListener("click", () => {
  const refused = element("refused", HTMLElement);
  try {
    void new KryptogoClient({ baseUrl: backend, apiKey: "a-key-that-everybody-can-read" });
    refused.textContent = "It was taken.";
  } catch (error) {
    refused.textContent = (error as Error).message;
  }
});

async function onboard(data: FormData): Promise<void> {
  const button = form.querySelector("button");
  const progress = new Progress(element("progress", HTMLElement));
  if (button !== null) button.disabled = true;
  verdict.textContent = "";
  progress.show("sending");
  try {
    const { idv_task_id } = await kryptogo.idv.create({
      country: text(data, "country"),
      id_type: "PASSPORT",
      id_image: data.get("id_image") as File,
      face_image: data.get("face_image") as File,
      expected_name: text(data, "expected_name"),
      expected_birthday: text(data, "expected_birthday"),
    });
    progress.show("checking");
    const { state } = await waitForIdv(
      kryptogo,
      { idv_id: idv_task_id },
      {
        wake: waker,
        throughReview: true,
        timeout: 24 * 3_600_000,
        onProgress: (task) => task.state === 1 && task.audit_status === "Pending" && progress.show("review"),
      },
    );
    progress.finish();
    verdict.textContent = verdicts[state] ?? "We will write to you.";
  } catch (error) {
    progress.hide();
    verdict.textContent = sayFor(error);
    if (button !== null) button.disabled = false;
  }
}

/** What a person can do about it. No error of the client holds the person's data. */
function sayFor(error: unknown): string {
  if (isInputError(error))
    return `Please look at your photos and dates again: ${error.issues[0]?.expected ?? "something is not right"}.`;
  // It may have been done: a second one would be paid twice, so nobody presses again.
  if (isOutcomeUnknown(error)) return "We do not know yet whether your photos arrived. We will write to you.";
  return isSdkError(error) && error.code === "timeout"
    ? "That took too long. Please try again."
    : "Please try again later.";
}

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page lacks ${id}.`);
}
