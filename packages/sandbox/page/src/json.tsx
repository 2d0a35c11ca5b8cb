/** A redacted body. */
export function Json({ title, value }: { readonly title: string; readonly value: unknown }) {
  if (value === undefined) return <p class="nothing">{title}: empty</p>;
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <pre tabIndex={0} aria-label={title} role="group">
        {text}
      </pre>
    </figure>
  );
}
