import { describe, expect, it } from 'vitest';
import { AppAddresses } from './app-addresses.ts';
import { responseHeaders, translatePolicy } from './response-headers.ts';

const SOCKET = 'ws://stand-in.localhost:4000';
const addresses = new AppAddresses(4000);
addresses.addScheme('app');

describe('translatePolicy', () => {
  it.each([
    ["connect-src 'self'", `connect-src 'self' ${SOCKET}`],
    ["connect-src 'none'", `connect-src ${SOCKET}`],
    [
      "default-src 'none'; img-src data:",
      `default-src 'none'; img-src data:; connect-src ${SOCKET}`,
    ],
    ["script-src 'self'", "script-src 'self'"],
    ['img-src app://rollcall', 'img-src http://rollcall.app.localhost:4000'],
    ['img-src app:', 'img-src http://*.app.localhost:4000'],
    [
      "default-src 'self', connect-src 'none'",
      `default-src 'self'; connect-src 'self' ${SOCKET}, connect-src ${SOCKET}`,
    ],
  ])('%s', (policy, translated) => {
    expect(translatePolicy(policy, addresses, SOCKET)).toBe(translated);
  });
});

describe('responseHeaders', () => {
  it('passes on what the app says and leaves the connection to the server', () => {
    const response = new Response('x', {
      headers: { 'x-mine': '1', 'content-type': 'text/plain', connection: 'close' },
    });
    expect(responseHeaders(response, addresses, SOCKET)).toEqual({
      'x-mine': '1',
      'content-type': 'text/plain',
    });
  });
});
