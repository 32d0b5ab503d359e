import { expect, test } from 'vitest';
import { passphraseSchema } from '#shared/contract/app.contract.ts';
import { suggestPassphrase } from './suggest-passphrase.ts';

test('a suggestion is five groups of four characters that are hard to misread', () => {
  expect(suggestPassphrase()).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){4}[0-9a-hjkmnp-tv-z]{4}$/);
});

test('a suggestion is a passphrase that the contract takes', () => {
  expect(passphraseSchema.safeParse(suggestPassphrase()).success).toBe(true);
});

test('no two of a thousand suggestions are alike', () => {
  const suggestions = new Set(Array.from({ length: 1000 }, suggestPassphrase));
  expect(suggestions.size).toBe(1000);
});

test('every character of the alphabet comes up about equally often', () => {
  const counts = new Map<string, number>();
  for (let round = 0; round < 2000; round += 1) {
    for (const character of suggestPassphrase().replaceAll('-', '')) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(32);
  // 40,000 draws over 32 characters: 1,250 each, standard deviation 35; 250 is seven of them.
  for (const count of counts.values()) expect(Math.abs(count - 1250)).toBeLessThan(250);
});
