import { isSdkError, sendWithFetch } from "@x/core";
import { isApiError, isInputError } from "@x/kryptogo";
import { VerifyVaspClient } from "@x/verifyvasp-kyt";
import { equal, thrown } from "../assert.js";
import { argos, inBrowser, kryptogo, portal, verifyvasp } from "../clients.js";

/** Validated calls to every vendor: values, and the errors that everybody meets. */
export async function call(lab) {
  for (const more of [{}, { send: sendWithFetch }]) {
    const client = kryptogo(lab, undefined, more);
    await toKryptogo(client, lab.there.task);
    if (!inBrowser) await toKryptogo(client, await ordered(client));
  }
  await toPortal(portal(lab));
  await toArgos(argos(lab), lab.there.submission);
  await toVerifyVasp(lab);
  if (inBrowser) await credentialsRefused(lab);
}

/** A billed create. */
async function ordered(client) {
  const tasks = [{ search_setting_id: 1, target: { type: 1, name: "王又曾" }, customer_reference: "probe-1" }];
  const [task] = await client.searchTasks.create({ tasks });
  return task.task_id;
}

async function toKryptogo(client, task_id) {
  const summary = await client.searchTasks.getSummary({ task_id });
  equal("summary", [summary.task_id, summary.target.name], [task_id, "王又曾"]);
  let listed = 0;
  for await (const one of client.searchTasks.listAll({ page_size: 1 })) if (one.task_id > 0) listed++;
  equal("pages were followed", listed > 0, true);
  const refused = await thrown("a task that is not there", () => client.searchTasks.getSummary({ task_id: 99999 }));
  equal("API error", [isApiError(refused), isSdkError(refused), refused.outcome], [true, true, "rejected"]);
  const wrong = await thrown("a wrong input", () => client.searchTasks.getSummary({ task_id: ".." }));
  equal("input error", [isInputError(wrong), wrong.outcome], [true, "not_sent"]);
  const controller = new AbortController();
  controller.abort();
  const { signal } = controller;
  const aborted = await thrown("abort", () => client.searchTasks.getSummary({ task_id }, { signal }));
  equal("aborted", [aborted.code, aborted.outcome], ["aborted", "not_sent"]);
}

async function toPortal(client) {
  const { jurisdictions } = await client.reference.listJurisdictions();
  equal(
    "jurisdictions",
    jurisdictions.jurisdiction.some(({ codeiso31662 }) => codeiso31662 === "GB"),
    true,
  );
  const { companySearch } = await client.companies.search({ query: "creamery", codeiso31662: "GB" });
  equal("found", companySearch.results.length > 0, true);
}

async function toArgos(client, submission_id) {
  const read = await client.submissions.get({ submission_id });
  equal("submission", read.submission_id, submission_id);
}

async function toVerifyVasp(lab) {
  const { vaspId } = await verifyvasp(lab).neighbours.vasps.getOwnId();
  equal("own id", typeof vaspId, "string");
}

/** Whoever visits a page can read what it holds. */
async function credentialsRefused(lab) {
  const withKey = await thrown("a key in a page", () => kryptogo(lab, undefined, { apiKey: "key" }));
  equal("refused", withKey.code, "invalid_configuration");
  const baseUrl = lab.vendors.verifyvasp;
  const enclave = await thrown("an enclave from a page", () => new VerifyVaspClient({ baseUrl }));
  equal("refused", enclave.code, "invalid_configuration");
}
