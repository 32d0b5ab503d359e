import { expect, it } from 'vitest';
import { torture } from './torture.ts';

it('loses no acknowledged mark in twenty kills at random moments', {
  timeout: 300_000,
}, async () => {
  const result = await torture(20);
  expect(result).toEqual({
    kills: 20,
    acknowledged: expect.any(Number),
    rekeyed: 0,
    lost: 0,
    duplicated: 0,
    chainBroken: 0,
    damaged: 0,
    misfolded: 0,
  });
  expect(result.acknowledged).toBeGreaterThan(20);
});

it('opens with every acknowledged mark after six kills while the key is being changed', {
  timeout: 500_000,
}, async () => {
  const result = await torture(6, 'rekey');
  const { acknowledged, rekeyed, ...findings } = result;
  expect(findings).toEqual({
    kills: 6,
    lost: 0,
    duplicated: 0,
    chainBroken: 0,
    damaged: 0,
    misfolded: 0,
  });
  expect(acknowledged).toBeGreaterThan(20);
  expect(rekeyed).toBeGreaterThan(0);
});
