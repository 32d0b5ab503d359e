import { expect, test } from 'vitest';
import { wordsIn } from '../words/words.ts';
import { APP_REASONS, reasonIn } from './app-reasons.ts';

test('the app’s own reasons are read in the language, those of people as they were written', () => {
  const { sheets } = wordsIn('hi');
  expect(reasonIn(sheets, APP_REASONS.notInClass)).toBe(sheets.reasons.notInClass);
  expect(reasonIn(sheets, APP_REASONS.wasGuest)).toBe(sheets.reasons.wasGuest);
  expect(reasonIn(sheets, APP_REASONS.discarded('fire drill'))).toBe('नहीं हुआ: fire drill');
  expect(reasonIn(sheets, 'came by bus')).toBe('came by bus');
});

test('in English they read as they stand in the log', () => {
  const { sheets } = wordsIn('en');
  const all = [
    APP_REASONS.notInClass,
    APP_REASONS.wasGuest,
    APP_REASONS.undone,
    APP_REASONS.discarded('rain'),
    APP_REASONS.imported('marks.csv', ''),
    APP_REASONS.imported('marks.csv', 'ill'),
    APP_REASONS.importTakenBack('marks.csv'),
  ];
  expect(all.map((reason) => reasonIn(sheets, reason))).toEqual(all);
});
