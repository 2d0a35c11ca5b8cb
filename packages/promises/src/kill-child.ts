/**
 * One life of a worker: settles what its predecessor left, then buys the next thing and is killed over it.
 *
 * `node kill-child.ts URL FOLDER LEFT NEXT`, each a number of a call or `-`.
 */
import { billedOperations } from "./billed.ts";
import { buyerOf } from "./buyer.ts";
import { FileStore } from "./file-store.ts";

/** Header that tells the server whom to kill. */
export const pidHeader = "x-pid";

const [url = "", folder = "", left = "-", next = "-"] = process.argv.slice(2);
const operation = billedOperations.find(({ name }) => name === "createSearchTasks");
if (operation === undefined) throw new Error("no such operation");
const settings = { store: new FileStore(folder) };
const survivor = buyerOf(operation, url, "by the book", settings);
if (left !== "-") console.log(await survivor(Number(left)));

const doomed = buyerOf(operation, url, "by the book", {
  ...settings,
  onSend: (headers) => {
    // Each fourth dies with its intent kept and nothing sent.
    if (Number(next) % 4 === 3) process.kill(process.pid, "SIGKILL");
    headers.set(pidHeader, String(process.pid));
  },
});
if (next !== "-") await doomed(Number(next));
