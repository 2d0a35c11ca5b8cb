/** Under which name a result of one request waits for who asked. */
export function requestSubject(requestId: string): string {
  return `kyt:${requestId}`;
}

/** Under which name the latest result of a verification waits for who never heard its request's id. */
export function verificationSubject(verificationUuid: string, apiType: string, direction: string): string {
  return `kyt-of:${verificationUuid}:${apiType}:${direction}`;
}
