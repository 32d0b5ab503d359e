import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { ExportRequest } from '#shared/contract/exports.contract.ts';
import { createTestClass, enrol, proposalOf } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

const RANGE = { from: '2026-03-01', to: '2026-03-31' };

/** Three students, all present: one by face, one who withdrew, one who was never asked. */
async function threePresent() {
  const register = await createTestRegister();
  const { client, platform } = register;
  const { classId, subjectId, students } = await createTestClass(client, { students: 3 });
  const [agreed, withdrawn, never] = students.map(({ id }) => id) as [string, string, string];
  await enrol(client, agreed, 1);
  await enrol(client, withdrawn, 2);
  await client.enrolment.withdrawConsent({ studentId: withdrawn });
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  const outcomes = [];
  for (const person of [1, 2, 3]) {
    outcomes.push((await client.register.propose(proposalOf(register, sessionId, person))).kind);
  }
  const { roster } = await client.register.get({ sessionId });
  for (const studentId of [withdrawn, never]) {
    await client.register.mark({ sessionId, studentId, code: 'P' });
  }
  await client.register.end({ sessionId });
  const save = async (request: ExportRequest) => {
    const path = join(platform.dataFolder, 'saved.xlsx');
    platform.saveFileAs(path);
    for await (const _step of await client.exports.run(request));
    return readExcelFile(path);
  };
  return { ...register, classId, sessionId, agreed, withdrawn, never, outcomes, roster, save };
}

/** What is said of a student, without who it is. */
function said<T extends { studentId: string }>(rows: readonly T[], studentId: string) {
  const found = rows.find((row) => row.studentId === studentId);
  if (!found) throw new Error('The student is not there.');
  const { studentId: _id, ...rest } = found;
  return { ...rest, fullName: '', studentNumber: '' };
}

test('without consent nobody is matched: neither who withdrew nor who was never asked', async () => {
  const { outcomes, roster, client, sessionId, withdrawn, never } = await threePresent();
  expect(outcomes[0]).toBe('marked');
  expect(outcomes.slice(1)).not.toContain('marked');
  expect(said(roster, withdrawn)).toEqual(said(roster, never));
  const { roster: closed } = await client.register.get({ sessionId });
  expect(closed.map(({ mark }) => mark?.code)).toEqual(['P', 'P', 'P']);
});

test('reports say the same of students with and without consent', async () => {
  const { client, agreed, withdrawn, never } = await threePresent();
  const { students } = await client.reports.students({ range: RANGE });
  expect(said(students, withdrawn)).toEqual(said(students, agreed));
  expect(said(students, never)).toEqual(said(students, agreed));
  const { classes } = await client.reports.onSite();
  const standings = classes.flatMap((one) => one.students.map(({ standing }) => standing.kind));
  expect(standings).toEqual(['present', 'present', 'present']);
});

test('the sheets of a class say the same of students with and without consent', async () => {
  const { classId, save } = await threePresent();
  const sheets = await save({ what: 'class', classId, range: RANGE, format: 'xlsx' });
  const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
  for (const name of ['Register', 'Summary', 'Students']) {
    const [, agreed = [], withdrawn = [], never = []] = rowsOf(name);
    // Number and name come first.
    expect(withdrawn.slice(2), name).toEqual(agreed.slice(2));
    expect(never.slice(2), name).toEqual(agreed.slice(2));
  }
  expect(JSON.stringify(sheets)).not.toMatch(/consent/i);
});
