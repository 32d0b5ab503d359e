import { expect, test } from 'vitest';
import { sectionOf } from './sections.ts';

test.each([
  ['accounts', true, 'accounts'],
  ['accounts', false, 'device'],
  ['integrity', false, 'device'],
  ['about', false, 'about'],
  ['nonsense', true, 'device'],
  [undefined, true, 'device'],
] as const)('%s, admin %s: %s', (name, admin, section) => {
  expect(sectionOf(name, admin)).toBe(section);
});
