import { expect, test } from 'vitest';
import { sectionOf } from './sections.ts';

test.each([
  ['accounts', 'admin', 'accounts'],
  ['accounts', 'teacher', 'device'],
  ['privacy', 'admin', 'privacy'],
  ['privacy', 'office', 'device'],
  ['security', 'teacher', 'device'],
  ['security', 'admin', 'security'],
  ['about', 'teacher', 'about'],
  ['recognition', 'office', 'device'],
  ['school', 'office', 'school'],
  ['school', 'student', 'device'],
  ['password', 'student', 'password'],
  ['nonsense', 'admin', 'device'],
  [undefined, 'admin', 'device'],
] as const)('%s, %s: %s', (name, role, section) => {
  expect(sectionOf(name, role)).toBe(section);
});
