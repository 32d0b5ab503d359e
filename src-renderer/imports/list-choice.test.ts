import { expect, test } from 'vitest';
import type { OpenedFile } from '#shared/contract/imports.contract.ts';
import { choiceOfSheet, withField } from './list-choice.ts';

const sheet = {
  sheet: 0,
  headingRow: 1,
  rows: 2,
  columns: [
    { heading: 'Roll', samples: ['1'], field: 'studentNumber' },
    { heading: 'Who', samples: ['Ana'], field: null },
  ],
} as const;
const file: OpenedFile = {
  draftId: '0198c0de-0000-7000-8000-000000000000',
  fileName: 'a.csv',
  sheets: [{ name: 'a', rows: 3 }],
  chosen: {
    ...sheet,
    columns: [...sheet.columns].map((one) => ({ ...one, samples: [...one.samples] })),
  },
};

test('a field belongs to one column: given to another, it leaves the first', () => {
  const choice = choiceOfSheet(file, file.chosen);
  expect(choice.fields).toEqual(['studentNumber', null]);
  expect(withField(choice, 1, 'fullName').fields).toEqual(['studentNumber', 'fullName']);
  expect(withField(choice, 1, 'studentNumber').fields).toEqual([null, 'studentNumber']);
  expect(withField(choice, 0, null).fields).toEqual([null, null]);
});
