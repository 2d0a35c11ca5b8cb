/** What the portal answers with 400, 404 and 500: the JSON behind `ApiError.readBody()`. A 504 has no body. */
export interface PortalError {
  /** The HTTP status again. */
  statusCode: number;
  /** Summary; `Api Error` with 500. */
  message: string;
  /** Details. */
  apiErrors: PortalErrorDetail[];
}

/** One detail of an error. */
export interface PortalErrorDetail {
  /** Text; `Internal Error` with 500. */
  description: string;
  /** When, as `dd/mm/yyyy hh:mm:ss`. */
  timeStamp: string;
}
