/** Chromium's numbers for the failures that a load in the stand-in can end with (net_error_list.h). */
const CODES: Record<string, number> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_UNEXPECTED: -9,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_BLOCKED_BY_RESPONSE: -27,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
  ERR_EMPTY_RESPONSE: -324,
};

export interface NetError {
  name: string;
  code: number;
}

export const FAILED: NetError = { name: 'ERR_FAILED', code: -2 };

/** A failure by the name that DevTools give it, such as `net::ERR_ABORTED`. */
export function netError(text: string): NetError {
  const name = text.replace(/^net::/, '');
  return { name, code: CODES[name] ?? -2 };
}
