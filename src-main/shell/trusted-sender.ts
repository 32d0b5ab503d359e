import { APP_ORIGIN } from '#shared/contract/connection.ts';

/** The origin of an address as scheme and host; null when it is no address at all. */
function originOf(address: string): string | null {
  const url = URL.parse(address);
  return url === null ? null : `${url.protocol}//${url.host}`;
}

/**
 * Whether this address is a page of ours. Parsed, never compared by prefix:
 * `app://rollcall.example` and `app://user@rollcall` are not ours.
 */
export function isTrustedAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && url.username === '' && url.password === '' && originOf(address) === APP_ORIGIN
  );
}
