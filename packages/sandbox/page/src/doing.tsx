import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** Does something and says aloud how it went. */
export type Do = (what: string, work: () => Promise<unknown>) => void;

/** How components do things. */
export const Doing = createContext<Do>(() => undefined);

/** A button that does something. */
export function Deed(props: {
  readonly label: string;
  readonly what: string;
  readonly work: () => Promise<unknown>;
  readonly kind?: "plain" | "danger" | "main";
  /** Name for who cannot see where the button stands. */
  readonly full?: string;
}) {
  const act = useContext(Doing);
  return (
    <button
      type="button"
      class={`button ${props.kind ?? "plain"}`}
      aria-label={props.full}
      onClick={() => act(props.what, props.work)}
    >
      {props.label}
    </button>
  );
}
