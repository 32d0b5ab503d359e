import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '#shared/words/languages.ts';
import { choiceOf, marksChoiceOf, openList } from '#tests/unit/support/test-import.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { fileOf } from '#tests/unit/support/test-workbook.ts';

test.each(languages)(
  'the template in %s is a list that can be imported as it is',
  async (language) => {
    const { client, platform } = await createTestRegister();
    platform.preferences.update({ language });
    const path = join(platform.dataFolder, 'template.xlsx');
    expect(await client.imports.saveTemplate({ kind: 'students' })).toEqual({ path: null });
    platform.saveFileAs(path);
    expect(await client.imports.saveTemplate({ kind: 'students' })).toEqual({ path });
    const opened = await openList(client, fileOf(readFileSync(path)));
    expect(opened.chosen.columns.every(({ field }) => field !== null)).toBe(true);
    const plan = await client.imports.planStudents(choiceOf(opened, { country: null }));
    expect(plan.counts).toMatchObject({ new: 2, problem: 0 });
    expect(plan.rows.every(({ notes }) => notes.length === 0)).toBe(true);
  },
);

test('so is the one for marks: only its students are not there', async () => {
  const { client, platform } = await createTestRegister();
  const path = join(platform.dataFolder, 'template.xlsx');
  platform.saveFileAs(path);
  expect(await client.imports.saveTemplate({ kind: 'marks' })).toEqual({ path });
  const opened = await openList(client, fileOf(readFileSync(path)), 'marks');
  expect(opened.chosen.columns.every(({ field }) => field !== null)).toBe(true);
  const plan = await client.imports.planMarks(await marksChoiceOf(client, opened));
  expect(plan.rows.map(({ verdict }) => verdict)).toEqual([
    { kind: 'problem', problem: { why: 'unknownStudent', value: '0001' } },
    { kind: 'problem', problem: { why: 'unknownStudent', value: '0002' } },
  ]);
});
