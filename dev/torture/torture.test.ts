import { expect, it } from 'vitest';
import { torture } from './torture.ts';

it('loses no acknowledged mark in twenty kills at random moments', {
  timeout: 300_000,
}, async () => {
  const result = await torture(20);
  expect(result).toEqual({
    kills: 20,
    acknowledged: expect.any(Number),
    lost: 0,
    duplicated: 0,
    chainBroken: 0,
    damaged: 0,
    misfolded: 0,
  });
  expect(result.acknowledged).toBeGreaterThan(20);
});
