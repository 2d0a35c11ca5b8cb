// People ask in sentences; the index knows words. What stands in every sentence is left out of the search.
const common =
  /^(?:a|an|the|i|we|my|is|are|do|does|how|what|when|why|which|can|to|of|in|on|for|it|mean|means|with|from|and|or|me|code|after)$/i;
document.addEventListener(
  "focusin",
  ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.id !== "tsd-search-input" || "asked" in target.dataset) return;
    target.dataset.asked = "";
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    Object.defineProperty(target, "value", {
      get() {
        const text = native.get.call(this);
        const words = text.split(/[\s?]+/).filter((word) => word !== "" && !common.test(word));
        return words.length === 0 ? text : words.join(" ");
      },
      set(text) {
        native.set.call(this, text);
      },
    });
  },
  true,
);

// A link inside a summary cannot be reached by every reader: the title opens and closes, and the link stands inside.
function untangle() {
  for (const link of document.querySelectorAll("summary a")) {
    const summary = link.closest("summary");
    const list = summary.parentElement.querySelector(".tsd-accordion-details > ul");
    if (link.closest("nav") === null || list === null) {
      summary.after(link);
      continue;
    }
    const title = document.createElement("span");
    title.append(...[...link.childNodes].map((node) => node.cloneNode(true)));
    link.before(title);
    link.replaceChildren("Overview");
    const item = document.createElement("li");
    item.append(link);
    list.prepend(item);
  }
}
new MutationObserver(untangle).observe(document, { childList: true, subtree: true });
document.addEventListener("DOMContentLoaded", untangle);
