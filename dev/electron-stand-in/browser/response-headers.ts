import type { AppAddresses } from './app-addresses.ts';

const POLICIES = new Set(['content-security-policy', 'content-security-policy-report-only']);
/** What Node's server decides about its own connection, not the app. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-encoding']);

/**
 * A response's headers as the browser gets them. A security policy is the app's own with two
 * changes: it names our addresses as the browser knows them, and lets the stand-in's one socket
 * through.
 */
export function responseHeaders(
  response: Response,
  addresses: AppAddresses,
  socketOrigin: string,
): Record<string, string> {
  const sent = [...response.headers].filter(([name]) => !HOP_BY_HOP.has(name));
  return Object.fromEntries(
    sent.map(([name, value]) => [
      name,
      POLICIES.has(name) ? translatePolicy(value, addresses, socketOrigin) : value,
    ]),
  );
}

/** Also takes several policies joined by commas, as a header that was sent twice reads. */
export function translatePolicy(
  policies: string,
  addresses: AppAddresses,
  socketOrigin: string,
): string {
  return policies
    .split(',')
    .map((policy) => translateOne(policy, addresses, socketOrigin))
    .join(', ');
}

function translateOne(policy: string, addresses: AppAddresses, socketOrigin: string): string {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name !== '')
    .map(([name = '', ...sources]) => ({
      name: name.toLowerCase(),
      sources: sources.map((source) => translateSource(source, addresses)),
    }));
  const connect = directives.find(({ name }) => name === 'connect-src');
  const fallback = directives.find(({ name }) => name === 'default-src');
  if (connect !== undefined) connect.sources = withSource(connect.sources, socketOrigin);
  else if (fallback !== undefined) {
    directives.push({ name: 'connect-src', sources: withSource(fallback.sources, socketOrigin) });
  }
  return directives.map(({ name, sources }) => [name, ...sources].join(' ')).join('; ');
}

function withSource(sources: readonly string[], source: string): string[] {
  return [...sources.filter((each) => each !== "'none'"), source];
}

function translateSource(source: string, addresses: AppAddresses): string {
  const scheme = /^([a-z][a-z0-9+.-]*):$/i.exec(source)?.[1];
  if (scheme !== undefined && addresses.hasScheme(scheme)) {
    return `http://*.${scheme}.localhost:${addresses.port}`;
  }
  const translated = addresses.toPage(source);
  return translated === source ? source : translated.replace(/\/$/, '');
}
