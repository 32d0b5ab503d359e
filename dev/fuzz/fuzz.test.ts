import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

it('answers five thousand calls and a hundred spoiled files of every kind without a fault', {
  timeout: 300_000,
}, async () => {
  expect(await fuzz({ calls: 5_000, files: 100, seed: 7 })).toEqual({
    calls: 5_000,
    files: 100,
    crashes: 0,
    unauthorised: 0,
    unhandled: 0,
    escapes: 0,
  });
});
