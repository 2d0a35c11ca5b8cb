/** Values of `errorCode` on the user's way back to `error_url`. For display: anybody can write them into a URL. */
export const redirectErrorCodes = {
  9100: "the page's server failed",
  9200: "the link is missing its token, or the token is invalid or too old",
  9210: "the user took too long after the start",
  9300: "a picture did not arrive",
  9400: "the check itself failed",
  9800: "the user went offline",
  9801: "the page failed",
  9810: "the connection to the server was disturbed",
  9820: "no camera, and uploads are not allowed",
  9835: "three tries without a usable submission",
} as const;
