import type { Call, SentCallback, VendorName } from "../../src/stage/types.ts";
import { type Tone, toneOf, short, vendorNames } from "./words.ts";

interface Mark {
  readonly at: number;
  readonly id: number;
  readonly vendor: VendorName;
  readonly isBack: boolean;
  readonly tone: Tone;
  readonly title: string;
}

/** Marks that fit, and what a lane measures. */
const slots = 56;
const [left, lane, step] = [92, 24, 13];

/** Pauses longer than this are shown as such, for time may jump by days. */
const pauseMs = 60_000;

/** One lane for each vendor: calls are dots, callbacks diamonds, evenly spaced; pauses stand between them. */
export function Timeline({
  calls,
  callbacks,
}: {
  readonly calls: readonly Call[];
  readonly callbacks: readonly SentCallback[];
}) {
  const marks: Mark[] = [
    ...calls.map(({ at, id, vendor, status, operation, fault }) => ({
      at,
      id,
      vendor,
      isBack: false,
      tone: toneOf(status, fault),
      title: `${operation ?? "no such path"}: ${status ?? "waiting"}`,
    })),
    ...callbacks.map(({ at, id, vendor, status, kind, subject }) => ({
      at,
      id,
      vendor,
      isBack: true,
      tone: toneOf(status),
      title: `callback ${kind} of ${subject}: ${status ?? "not sent"}`,
    })),
  ];
  const shown = marks.toSorted((a, b) => a.at - b.at || a.id - b.id).slice(-slots);
  const lanes = vendorNames.filter((name) => marks.length === 0 || marks.some(({ vendor }) => vendor === name));
  const height = lanes.length * lane + 20;
  const width = left + slots * step + 14;
  return (
    <figure class="timeline">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summaryOf(shown)}>
        {lanes.map((name, row) => (
          <g key={name}>
            <text x={0} y={row * lane + 20} class="lane-name">
              {short[name]}
            </text>
            <line x1={left} x2={width - 4} y1={row * lane + 16} y2={row * lane + 16} class="lane" />
          </g>
        ))}
        {shown.map((mark, at) => {
          const x = left + 10 + at * step;
          const y = lanes.indexOf(mark.vendor) * lane + 16;
          const pause = mark.at - (shown[at - 1]?.at ?? mark.at);
          return (
            <g key={`${mark.isBack}-${mark.id}`}>
              {pause <= pauseMs ? null : (
                <>
                  <line x1={x - step / 2} x2={x - step / 2} y1={4} y2={height - 14} class="pause" />
                  {hasRoom(shown, at) ? (
                    <text x={x - step / 2} y={height - 3} class="pause-name">
                      {pauseText(pause)}
                    </text>
                  ) : null}
                </>
              )}
              {mark.isBack ? (
                <path d={`M${x} ${y - 6}l6 6-6 6-6-6z`} class={`dot ${mark.tone}`}>
                  <title>{mark.title}</title>
                </path>
              ) : (
                <circle cx={x} cy={y} r={4.5} class={`dot ${mark.tone}`}>
                  <title>{mark.title}</title>
                </circle>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption>
        <span class="key">
          <i class="round" /> call
        </span>
        <span class="key">
          <i class="square" /> callback
        </span>
        <span class="key">
          <i class="good" /> answered
        </span>
        <span class="key">
          <i class="bad" /> failed
        </span>
        <span class="key">
          <i class="odd" /> with a fault
        </span>
        <span class="key">
          <i class="quiet" /> no answer yet, or not sent
        </span>
      </figcaption>
    </figure>
  );
}

/** Whether the pause before a mark has room for its words: the one before it has to be three marks away. */
function hasRoom(marks: readonly Mark[], at: number): boolean {
  return ![at - 1, at - 2, at - 3].some((one) => (marks[one]?.at ?? 0) - (marks[one - 1]?.at ?? Infinity) > pauseMs);
}

function summaryOf(marks: readonly Mark[]): string {
  const backs = marks.filter(({ isBack }) => isBack).length;
  const bad = marks.filter(({ tone }) => tone === "bad").length;
  return `Timeline: the last ${marks.length - backs} calls and ${backs} callbacks, ${bad} of them failed. The list below says the same.`;
}

function pauseText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `+${minutes} min`;
  const hours = Math.round(ms / 3_600_000);
  return hours < 48 ? `+${hours} h` : `+${Math.round(hours / 24)} days`;
}
