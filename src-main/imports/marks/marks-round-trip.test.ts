import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExportFormat } from '#shared/contract/exports.contract.ts';
import type { Language } from '#shared/contract/settings.contract.ts';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { importMarks, openList } from '#tests/unit/support/test-import.ts';
import { type Client, createTestRegister } from '#tests/unit/support/test-register.ts';
import { fileOf } from '#tests/unit/support/test-workbook.ts';

const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const LESSON_MS = 40 * 60_000;
const DAY_MS = 86_400_000;

/** Two registers of a class of three, with every status, a cell unmarked and one corrected. */
async function takenClass() {
  const register = await createTestRegister();
  const { client, platform } = register;
  const made = await createTestClass(client, { name: '8B' });
  const [ana, bo] = made.students.map(({ id }) => id) as [string, string];
  const first = await client.register.start(made);
  await client.register.mark({ sessionId: first.id, studentId: ana, code: 'L' });
  await client.register.mark({ sessionId: first.id, studentId: bo, code: 'E' });
  platform.clock.advance(LESSON_MS);
  await client.register.end({ sessionId: first.id });
  platform.clock.advance(DAY_MS);
  const second = await client.register.start(made);
  await client.register.mark({ sessionId: second.id, studentId: ana, code: 'P' });
  platform.clock.advance(LESSON_MS);
  await client.register.end({ sessionId: second.id });
  const change = { sessionId: second.id, studentId: bo, reason: 'Came in later' };
  await client.register.unmark(change);
  return { ...register, ...made };
}

/** What each student has in each register, by when it began. */
async function marksOf(client: Client) {
  const registers = await client.register.list({ range: MARCH });
  const details = registers.map(async ({ id, startedAt, subjectName, className }) => {
    const { roster } = await client.register.get({ sessionId: id });
    const marks = roster.map(({ studentNumber, mark }) => [studentNumber, mark?.code ?? null]);
    return { startedAt, subjectName, className, marks };
  });
  return Promise.all(details);
}

test.each([
  ['xlsx', 'en'],
  ['csv', 'en'],
  ['xlsx', 'hi'],
] as const satisfies readonly (readonly [ExportFormat, Language])[])(
  'the register of an export to %s (%s) comes back into an empty register as it was',
  async (format, language) => {
    const { client, platform, classId } = await takenClass();
    const path = join(platform.dataFolder, `out.${format}`);
    platform.saveFileAs(path);
    await client.settings.updateDevice({ language });
    const request = { what: 'class', classId, range: MARCH, format } as const;
    for await (const step of await client.exports.run(request)) void step;

    const empty = await createTestRegister();
    await createTestClass(empty.client, { name: '8B' });
    empty.platform.clock.set(platform.now());
    const file = () => fileOf(readFileSync(path), `out.${format}`);
    const opened = await openList(empty.client, file(), 'marks');
    expect(opened.chosen.columns.map(({ field }) => field).slice(0, 4)).toEqual([
      ...['studentNumber', null, 'register', 'register'],
    ]);
    const { plan } = await importMarks(empty.client, file());
    expect(plan.counts).toEqual({
      ...{ new: 5, changed: 0, unchanged: 0, kept: 0, skipped: 1, problem: 0 },
    });
    expect(plan.registers).toEqual({ made: 2, used: 0 });
    expect(await marksOf(empty.client)).toEqual(
      (await marksOf(client)).map(({ startedAt, ...rest }) => ({
        ...rest,
        startedAt: Math.floor(startedAt / 60_000) * 60_000,
      })),
    );
  },
);
