import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { countTotals, keptTotals } from '../log/totals.queries.ts';

const DAY_MS = 24 * 3_600_000;
const RANGE = { from: '2026-03-01', to: '2026-03-31' };
const reason = 'Wrong class';

/** A register a week ago, closed with everyone absent but the last, and what is told of it. */
async function aWeekLater() {
  const register = await createTestRegister();
  const { client, platform, db } = register;
  const made = await createTestClass(client);
  const { id: sessionId } = await client.register.start(made);
  const [first, second, seen] = made.students.map(({ id }) => id);
  await client.register.mark({ sessionId, studentId: seen!, code: 'P' });
  platform.clock.advance(60_000);
  await client.register.end({ sessionId });
  platform.clock.advance(7 * DAY_MS);
  const correctedTimes = async (studentId: string) =>
    (await client.register.studentHistory({ studentId, range: RANGE })).entries[0]?.correctedTimes;
  const corrected = async () => {
    expect(keptTotals(db)).toEqual(countTotals(db));
    return (await client.register.list({ range: RANGE }))[0]?.counts.corrected;
  };
  const exported = async (request: Parameters<typeof client.exports.run>[0], name: string) => {
    const path = join(platform.dataFolder, name);
    platform.saveFileAs(path);
    for await (const step of await client.exports.run(request)) expect(step).toBeDefined();
    return readExcelFile(path);
  };
  const amendments = async () => {
    const { classId } = made;
    const request = { what: 'class', classId, range: RANGE, format: 'xlsx' } as const;
    const sheets = await exported(request, 'class.xlsx');
    return sheets.find(({ sheet }) => sheet === 'Amendments')?.data.slice(1);
  };
  const sessionSheet = async () =>
    (await exported({ what: 'session', sessionId, format: 'xlsx' }, 'session.xlsx'))[0]?.data ?? [];
  const people = { first: first!, second: second!, seen: seen! };
  return { ...register, ...people, sessionId, correctedTimes, corrected, amendments, sessionSheet };
}

it('a discard that is taken back has corrected nobody', async () => {
  const { client, sessionId, ...of } = await aWeekLater();
  await client.register.discard({ sessionId, reason });
  expect(await of.corrected()).toBe(0);
  await client.register.reinstate({ sessionId });
  expect(await of.corrected()).toBe(0);
  expect(await of.correctedTimes(of.seen)).toBe(0);
  expect(await of.correctedTimes(of.first)).toBe(0);
  expect(await of.amendments()).toEqual([]);
  expect((await of.sessionSheet()).flat()).not.toContain('Yes');
});

it('a correction made before it still counts, once, with what stood before', async () => {
  const { client, sessionId, ...of } = await aWeekLater();
  const late = { sessionId, studentId: of.first, code: 'L', reason: 'bus was late' };
  await client.register.mark(late);
  await client.register.discard({ sessionId, reason });
  await client.register.reinstate({ sessionId });
  const excused = { ...late, code: 'E', reason: 'note from home' };
  await client.register.mark(excused);
  expect(await of.corrected()).toBe(1);
  expect(await of.correctedTimes(of.first)).toBe(2);
  expect((await of.amendments())?.map((row) => row.slice(6, 9))).toEqual([
    ['A', 'L', late.reason],
    ['L', 'E', excused.reason],
  ]);
  expect((await of.sessionSheet()).flat()).toContain('Yes');
});

it('a student whose dates leave a register is corrected on it by nobody, nor once back', async () => {
  const { client, ...of } = await aWeekLater();
  await client.people.students.setClassFrom({ id: of.first, day: '2026-03-04' });
  expect(await of.corrected()).toBe(0);
  expect(await of.correctedTimes(of.first)).toBe(0);
  expect(await of.amendments()).toEqual([]);
  await client.people.students.setClassFrom({ id: of.first, day: '2026-03-01' });
  expect(await of.corrected()).toBe(0);
  expect(await of.amendments()).toEqual([]);
});

it('what was corrected of a student who is left out names nobody', async () => {
  const { client, sessionId, ...of } = await aWeekLater();
  const excused = { sessionId, studentId: of.first, code: 'E', reason: 'note from home' };
  await client.register.mark(excused);
  expect(await of.amendments()).toHaveLength(1);
  await client.people.students.setClassFrom({ id: of.first, day: '2026-03-04' });
  expect(await of.amendments()).toEqual([]);
});
