import { describe, expect, it } from 'vitest';
import { isTrustedAddress } from './trusted-sender.ts';

describe('isTrustedAddress', () => {
  it.each(['app://rollcall/index.html', 'app://rollcall/', 'app://rollcall'])(
    'takes %s',
    (address) => {
      expect(isTrustedAddress(address)).toBe(true);
    },
  );

  it.each([
    'app://rollcall.example/index.html',
    'app://user@rollcall/index.html',
    'app://rollcall:81/',
    'https://rollcall/index.html',
    'file:///index.html',
    'about:blank',
    'data:text/html,app://rollcall/',
    'null',
    '',
  ])('refuses %s', (address) => {
    expect(isTrustedAddress(address)).toBe(false);
  });
});
