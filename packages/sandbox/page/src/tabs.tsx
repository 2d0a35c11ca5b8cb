import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";

/** One tab. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
  readonly panel: () => ComponentChildren;
}

/** Tabs, by the usual pattern: arrows move between them. */
export function Tabs({ tabs }: { readonly tabs: readonly Tab[] }) {
  const [open, setOpen] = useState(tabs[0]?.id);
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === open);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    setOpen(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  const shown = tabs.find(({ id }) => id === open);
  return (
    <>
      <div class="tabs" role="tablist" aria-label="Controls" ref={list} onKeyDown={move}>
        {tabs.map(({ id, label, count }) => (
          <button
            type="button"
            key={id}
            id={`tab-${id}`}
            role="tab"
            aria-selected={id === open}
            aria-controls={`panel-${id}`}
            tabIndex={id === open ? 0 : -1}
            onClick={() => setOpen(id)}
          >
            {label}
            {count === undefined || count === 0 ? null : <span class="count">{count}</span>}
          </button>
        ))}
      </div>
      {shown === undefined ? null : (
        <div class="panel" role="tabpanel" id={`panel-${shown.id}`} aria-labelledby={`tab-${shown.id}`}>
          {shown.panel()}
        </div>
      )}
    </>
  );
}
