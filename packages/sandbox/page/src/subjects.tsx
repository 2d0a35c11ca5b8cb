import { useState } from "preact/hooks";
import type { VendorDesk, VendorName } from "../../src/stage/types.ts";
import { tell } from "./api.ts";
import { Deed } from "./doing.tsx";
import { OrgChart } from "./org-chart.tsx";
import { dayTime } from "./words.ts";

type Subject = VendorDesk["subjects"][number];

/** Subjects of one vendor that are shown; older ones are still in the sandbox. */
const shownAtMost = 40;

/** Everything that the vendors keep, with what can happen to it. */
export function Subjects({ vendors }: { readonly vendors: readonly VendorDesk[] }) {
  return (
    <>
      {vendors.map(({ name, title, subjects, beginnings }) => (
        <section key={name} class="group" aria-label={title}>
          <div class="title">
            <h3>{title}</h3>
            {beginnings.map((beginning) => (
              <Deed
                key={beginning}
                label={`New ${beginning}`}
                what={`New at ${title}: ${beginning}`}
                work={() => tell("begin", { vendor: name, beginning })}
              />
            ))}
          </div>
          {subjects.length === 0 ? (
            <p class="nothing">Nothing yet.</p>
          ) : (
            <ul class="subjects">
              {subjects
                .toReversed()
                .slice(0, shownAtMost)
                .map((subject) => (
                  <SubjectRow key={subject.subject} vendor={name} subject={subject} />
                ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}

function SubjectRow({ vendor, subject }: { readonly vendor: VendorName; readonly subject: Subject }) {
  const [isChartOpen, setChartOpen] = useState(false);
  const { subject: id, kind, state, actions, createdAt, isSettled } = subject;
  const isCompany = vendor === "kyc-portal" && kind === "company case";
  const [alerts, deeds] = [actions.filter(isAlert), actions.filter((action) => !isAlert(action))];
  const act = (action: string) => (
    <Deed
      key={action}
      label={action.replace("alert: ", "")}
      full={`${action}: ${id}`}
      kind={/^(?:reject|deny|abandon|report error)$/.test(action) ? "danger" : "plain"}
      what={`${id}: ${action}`}
      work={() => tell("act", { vendor, subject: id, action })}
    />
  );
  return (
    <li class="subject">
      <div class="who">
        <b>{shortId(id)}</b>
        <small title={dayTime(createdAt)}>{kind}</small>
      </div>
      <p class={`state ${toneOfState(state, isSettled)}`}>{state}</p>
      <div class="deeds">
        {deeds.map(act)}
        {isCompany && isSettled ? (
          <button
            type="button"
            class="button plain"
            aria-expanded={isChartOpen}
            aria-label={`Ownership of ${id}`}
            onClick={() => setChartOpen(!isChartOpen)}
          >
            ownership
          </button>
        ) : null}
        {alerts.length === 0 ? null : (
          <details class="more">
            <summary aria-label={`Raise an alert on ${id}`}>alert…</summary>
            <div>{alerts.map(act)}</div>
          </details>
        )}
      </div>
      {isChartOpen ? <OrgChart id={id.replace("case:", "")} /> : null}
    </li>
  );
}

function isAlert(action: string): boolean {
  return action.startsWith("alert: ");
}

/** Long ids by their first part. */
function shortId(id: string): string {
  return id.replace(/([0-9a-f]{8})-[0-9a-f-]{27}$/, "$1…");
}

function toneOfState(state: string, isSettled: boolean): string {
  if (!isSettled) return "moving";
  if (/reject|denied|failed|error|ran out|red flag/i.test(state)) return "bad";
  if (/accepted|approved|verified|^done/i.test(state)) return "good";
  return /decide|pending|open|waits|incomplete/i.test(state) ? "waiting" : "quiet";
}
