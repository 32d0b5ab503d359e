import { IconHome } from '@tabler/icons-react';
import { expect, it } from 'vitest';
import type { PaletteItem } from './palette-item.ts';
import { rankItems } from './rank-items.ts';

const item = (group: PaletteItem['group'], label: string, words = ''): PaletteItem => ({
  id: label,
  group,
  label,
  words,
  icon: IconHome,
  run: () => {},
});
const fixed = [
  item('actions', 'Lock', 'password leave'),
  item('actions', 'Back up now', 'copy save'),
  item('screens', 'Students', 'pupils'),
  item('settings', 'Backup', 'copy folder'),
  item('screens', 'समय-सारणी', 'timetable'),
];
const labels = (search: string, found: PaletteItem[] = []) =>
  rankItems(search, { fixed, found }).map(({ items }) => items.map(({ label }) => label));

it('shows everything, in its order, while nothing is typed', () => {
  expect(labels('')).toEqual([['Lock', 'Back up now'], ['Students', 'समय-सारणी'], ['Backup']]);
});

it('puts the beginning of a name before words about it', () => {
  expect(labels('back')).toEqual([['Back up now'], ['Backup']]);
  expect(labels('up')).toEqual([['Back up now'], ['Backup']]);
  expect(labels('copy fol')).toEqual([['Backup']]);
  expect(labels('PUPIL')).toEqual([['Students']]);
  expect(labels('समय')).toEqual([['समय-सारणी']]);
  expect(labels('nothing like it')).toEqual([]);
});

it('keeps what main has found in its order, and before commands that fit no better', () => {
  const found = [item('students', 'Aditi Lockwood'), item('students', 'Locke Rao')];
  expect(labels('lock', found)).toEqual([['Aditi Lockwood', 'Locke Rao'], ['Lock']]);
  expect(labels('98765', [item('students', 'Dev Rao')])).toEqual([['Dev Rao']]);
});
