/** Fields whose values are no secret and no person: ids, states, counts, times. Everything else is a dot. */
const shown =
  /^(?:id|ids|uuid|code|codes|kind|type|status|state|progress|result|reason|decision|count|total|page|rpp|mode)$|(?:_id|Id|ID|_ids|Ids|Uuid|_uuid)$|^(?:page_number|page_size|total_count|itemCount|customer_reference|audit_status|audit_time|caseStatus|caseDecision|statusId|statusName|complete|eventType|caseType|webhook_trigger|callbackType|accepted|sanction_matched|potential_risk|risk_score|alertLevel|alertCount|apiType|direction|network|asset|symbol|codeiso31662|search_setting_id|id_type|workflow_id|auto_create_dd_task|expires_in|token_type|protocol|isDeactivated|action|result_code|kyc_result|retryCode|attempts|verificationResult|accountVerificationResult|reviewer|timestamp|creation_time|update_time|created_at|createdAt|updated_at|assessedAt|verifiedAt|kycStatus)$/;

/** Never shown, although they end like an id. */
const hidden =
  /^(?:client_id|clientId|userid|userId|employee_id|applicant_id|tokenId)$|(?:national|passport|tax|social|person|card|licen[cs]e|device|session|token|mail).*id$/i;

/** Longest text that is shown. */
const longest = 80;

/** A value with everything in it replaced that might be somebody's. Its shape stays. */
export function redacted(value: unknown, name: string = "", depth: number = 0): unknown {
  if (value === null || value === undefined) return null;
  if (depth > 12) return "…";
  if (Array.isArray(value)) {
    const few = value.slice(0, 20).map((one) => redacted(one, name, depth + 1));
    return value.length > few.length ? [...few, `… ${value.length - few.length} more`] : few;
  }
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redacted(one, key, depth + 1)]));
  if (typeof value !== "string") return isShown(name) ? value : "•";
  return isShown(name) && value.length <= longest ? value : dots(value);
}

/** A query with its values replaced. */
export function redactedQuery(query: URLSearchParams): string {
  const pairs = [...query].map(([name, value]) => `${name}=${isShown(name) ? value : dots(value)}`);
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** A path: what stands for a placeholder is shown when it is an id. */
export function redactedPath(template: string, path: string): string {
  const parts = path.split("/");
  return template
    .split("/")
    .map((part, at) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return name === undefined || !isShown(name) ? part : (parts[at] ?? part);
    })
    .join("/");
}

function isShown(name: string): boolean {
  return shown.test(name) && !hidden.test(name);
}

function dots(text: string): string {
  return text.length > 200 ? `••• (${text.length} characters)` : "•••";
}
