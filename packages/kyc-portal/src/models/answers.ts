/**
 * Several answers are documented in one form and were seen, or may come, in another. These functions bring them into the
 * one that the types describe; what has it already is handed on untouched, and so is what has none of the forms.
 */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A list, taken out of the wrapper that it may come in. */
export function listIn(body: unknown): unknown {
  return onlyList(body) ?? body;
}

/** The list in a wrapper, if it holds one alone: with two, an empty one could pass for "nothing there". */
function onlyList(body: unknown, levels = 2): readonly unknown[] | undefined {
  if (Array.isArray(body)) return body as readonly unknown[];
  if (!isFields(body) || levels === 0) return undefined;
  const inner = Object.values(body);
  const lists = inner.filter((value): value is readonly unknown[] => Array.isArray(value));
  if (lists.length > 0) return lists.length === 1 ? lists[0] : undefined;
  return inner.length === 1 ? onlyList(inner[0], levels - 1) : undefined;
}

/** A list whose elements may be bare texts, each as an object with the text under `name`. */
export function namedListIn(name: string): (body: unknown) => unknown {
  return (body) => {
    const list = onlyList(body);
    if (list === undefined) return body;
    return list.map((one) => (typeof one === "string" ? { [name]: one } : one));
  };
}

/** One case: nested as is usual, one level flatter after an import, or only its id. */
export function caseIn(body: unknown): unknown {
  if (!isFields(body) || "caseDetail" in body) return body;
  if ("details" in body) return { caseDetail: body };
  const { caseCommonId } = body;
  return caseCommonId === undefined ? body : { caseDetail: { details: { common: { caseCommonId } } } };
}

/** Properties of a case: a list, a list in a wrapper, or an object from label to value. */
export function propertiesIn(body: unknown): unknown {
  const inner = isFields(body) && isFields(body["properties"]) ? body["properties"] : body;
  const list = onlyList(inner, 1);
  if (list !== undefined) return list;
  if (!isFields(inner) || Object.values(inner).some((data) => data !== null && typeof data === "object")) return body;
  return Object.entries(inner).map(([dataType, data]) => ({ dataType, data }));
}

/** A monitoring list: `itemCount` beside a list under any key, or a bare list. */
export function itemsIn(body: unknown): unknown {
  if (Array.isArray(body)) return { itemCount: body.length, items: body as unknown };
  if (!isFields(body) || Array.isArray(body["items"])) return body;
  const { itemCount } = body;
  const items: unknown = Object.values(body).find(Array.isArray) ?? (itemCount === 0 ? [] : undefined);
  return items === undefined ? body : { itemCount, items };
}

/** {@link itemsIn} for alerts, whose `changes` is one object or a list. */
export function alertsIn(body: unknown): unknown {
  const list = itemsIn(body);
  if (!isFields(list) || !Array.isArray(list["items"])) return list;
  const items = (list["items"] as readonly unknown[]).map((alert) =>
    isFields(alert) && isFields(alert["changes"]) ? { ...alert, changes: [alert["changes"]] } : alert,
  );
  return { ...list, items };
}

/** Groups of steps, in which a flag may be written as text: "false" must not pass for true. */
export function stepsIn(body: unknown): unknown {
  const groups = onlyList(body);
  if (groups === undefined) return body;
  return groups.map((group) => {
    if (!isFields(group) || !Array.isArray(group["steps"])) return group;
    return { ...group, steps: (group["steps"] as readonly unknown[]).map(withFlag) };
  });
}

/** One step, with its flag as a boolean. */
export function withFlag(step: unknown): unknown {
  if (!isFields(step)) return step;
  const { isDeactivated } = step;
  if (isDeactivated !== "true" && isDeactivated !== "false") return step;
  return { ...step, isDeactivated: isDeactivated === "true" };
}
