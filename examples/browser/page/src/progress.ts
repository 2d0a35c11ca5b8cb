const steps = ["sending", "checking", "review", "decided"] as const;

/** How far a check is, shown as a bar and a list. */
export class Progress {
  readonly #place: HTMLElement;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** Shows the step that is under way. */
  show(step: (typeof steps)[number]): void {
    this.#place.hidden = false;
    const now = steps.indexOf(step);
    for (const [at, name] of steps.entries()) {
      const item = this.#place.querySelector(`[data-step="${name}"]`);
      item?.classList.toggle("done", at < now);
      item?.classList.toggle("now", at === now);
      if (at === now) item?.setAttribute("aria-current", "step");
      else item?.removeAttribute("aria-current");
    }
    this.#bar(now);
  }

  /** Everything is done. */
  finish(): void {
    this.show("decided");
    this.#place.querySelector('[data-step="decided"]')?.classList.replace("now", "done");
    this.#bar(steps.length);
  }

  hide(): void {
    this.#place.hidden = true;
  }

  #bar(value: number): void {
    const bar = this.#place.querySelector("progress");
    if (bar !== null) bar.value = value;
  }
}
