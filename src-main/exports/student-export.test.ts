import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, utils } from 'xlsx';
import type { ExportProgress } from '#shared/contract/exports.contract.ts';
import { createEnrolledClass, proposalOf } from '#tests/unit/support/test-class.ts';
import { type Client, createTestRegister } from '#tests/unit/support/test-register.ts';

async function run(client: Client, studentId: string) {
  const steps: ExportProgress[] = [];
  const request = { what: 'everything', studentId, format: 'xlsx' } as const;
  for await (const step of await client.exports.run(request)) steps.push(step);
  return steps;
}

async function withStudent() {
  const register = await createTestRegister();
  const made = await createEnrolledClass(register);
  const { id: sessionId } = await register.client.register.start(made);
  await register.client.register.propose(proposalOf(register, sessionId, 1));
  await register.client.register.end({ sessionId });
  await register.client.register.mark({
    sessionId,
    studentId: made.students[0]!.id,
    code: 'L',
    reason: 'The bus was late',
  });
  const path = join(register.platform.dataFolder, 'everything.xlsx');
  register.platform.saveFileAs(path);
  return { ...register, student: made.students[0]!, path };
}

test('everything about one student is one workbook, without vectors and without other students', async () => {
  const { client, student, path } = await withStudent();
  const steps = await run(client, student.id);
  expect(steps.at(-1)).toMatchObject({ kind: 'saved', path });
  const book = read(readFileSync(path));
  expect(book.SheetNames).toEqual([
    'Student',
    'Parents and guardians',
    'Classes',
    'Consents',
    'Faces',
    'Marks',
    'Reported away',
    'As a guest',
    'Activity',
  ]);
  const rowsOf = (name: string) =>
    utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 }).slice(1);
  expect(rowsOf('Consents')[0]).toContain('Test Parent');
  expect(rowsOf('Faces')).toHaveLength(5);
  expect(rowsOf('Marks').map((row) => [row[3], row[4], row[5]])).toEqual([
    ['mark', 'P', 'face'],
    ['amend', 'L', 'manual'],
  ]);
  expect(rowsOf('Marks')[1]?.[10]).toBe('The bus was late');
  expect(rowsOf('Activity').map((row) => row[1])).toContain('enrolled');
  const everything = JSON.stringify(book.SheetNames.map((name) => rowsOf(name)));
  expect(everything).toContain('5 lists of numbers');
  expect(everything).not.toContain('Pupil 02');
  const [noted] = await client.activity.list({ kinds: ['exported'] });
  expect(noted).toMatchObject({ studentId: student.id, detail: { what: 'everything' } });
});

test('is for admins alone, also for the teacher who takes the register', async () => {
  const { signInAs, student } = await withStudent();
  const { client } = await signInAs('teacher');
  await expect(run(client, student.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
