/** One of several processes that buy as much as a common limit lets them: `node spend-child.ts URL FOLDER LIMIT`. */
import { createSpendGuard, isSdkError } from "@x/core";
import { billedOperations } from "./billed.ts";
import { FileStore } from "./file-store.ts";

const [url = "", folder = "", limit = "0"] = process.argv.slice(2);
const operation = billedOperations.find(({ name }) => name === "createKyaTask");
if (operation === undefined) throw new Error("no such operation");
const spend = createSpendGuard({ store: new FileStore(folder), maxBillable: Number(limit) });
const client = operation.connect(url, { spend });
const { endpoint, input } = operation;
const ends = await Promise.allSettled(
  Array.from({ length: 10 }, async (_, n) => await client.request(endpoint, input(n) as never)),
);
for (const end of ends)
  if (end.status === "rejected" && !(isSdkError(end.reason) && end.reason.code === "spend_limit")) throw end.reason;
