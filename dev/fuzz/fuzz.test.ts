import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

it('answers five thousand calls of every kind and role without a fault', {
  timeout: 300_000,
}, async () => {
  expect(await fuzz({ calls: 5_000, seed: 7 })).toEqual({
    calls: 5_000,
    files: 0,
    crashes: 0,
    unauthorised: 0,
    unhandled: 0,
    escapes: 0,
  });
});
