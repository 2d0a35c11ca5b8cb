/** Whether a path is of a template such as `/task/{task_id}`. */
export function matchPath(template: string, path: string): boolean {
  const [parts, given] = [template.split("/"), path.split("/")];
  return parts.length === given.length && parts.every((part, at) => part.startsWith("{") || part === given[at]);
}
