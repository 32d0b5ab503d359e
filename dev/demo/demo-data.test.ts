import { rmSync } from 'node:fs';
import { asc, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RegisterHost } from '#main/app/register-host.ts';
import {
  accounts,
  attendance,
  attendanceEvents,
  sessions,
  students,
  templates,
} from '#main/db/schema/index.ts';
import { createTestPlatform } from '#tests/unit/support/test-platform.ts';
import { connectTo } from '#tests/unit/support/test-register.ts';
import { makeDemoSchool } from './demo-data.ts';

/** A Thursday at half past eleven: that day's last lessons have not been yet. */
const NOW = Date.UTC(2026, 9, 15, 11, 30);
/** The second is half-term: what is left is a week, and a week up to Thursday. */
const WEEKS = 3;

async function demoSchool() {
  const platform = createTestPlatform();
  platform.clock.set(NOW);
  const signIn = await makeDemoSchool(platform, { weeks: WEEKS });
  const host = new RegisterHost(platform);
  await host.open();
  return { signIn, platform, host, db: host.register().db, ...connectTo(platform, host) };
}

let one: Awaited<ReturnType<typeof demoSchool>>;
let two: Awaited<ReturnType<typeof demoSchool>>;

beforeAll(async () => {
  one = await demoSchool();
  two = await demoSchool();
}, 120_000);

afterAll(() => {
  for (const { host, platform } of [one, two]) {
    host.close();
    rmSync(platform.dataFolder, { recursive: true });
  }
});

test('the demo school has a term of registers that keep every rule', async () => {
  const { client, db, signIn } = one;
  const { admin: username, password } = signIn;
  await client.accounts.signIn({ username, password });

  const classes = await client.people.classes.list({});
  expect(classes.map(({ name }) => name)).toEqual(['9A', '9B', '10A']);
  const people = await client.people.students.list({ includeArchived: true });
  expect(people).toHaveLength(90);
  expect(new Set(people.map(({ fullName }) => fullName)).size).toBe(90);
  expect(people.filter(({ enrolment }) => enrolment === 'noConsent').length).toBeGreaterThan(3);
  expect(db.select().from(templates).all()).toEqual([]);

  const held = db.select().from(sessions).all();
  expect(held.length).toBeGreaterThan(35);
  expect(held.filter(({ endedAt }) => endedAt === null || endedAt > NOW)).toEqual([]);

  expect(held.every(({ lessonId, scheduledAt }) => lessonId !== null && scheduledAt !== null)).toBe(
    true,
  );
  const { terms, holidays } = await client.timetable.calendar();
  expect(terms).toHaveLength(1);
  expect(holidays.map(({ name }) => name)).toEqual(['Half-term']);

  const share = db
    .select({ code: attendance.code, share: sql<number>`count(*) * 1.0 / sum(count(*)) OVER ()` })
    .from(attendance)
    .groupBy(attendance.code)
    .all();
  const shares = new Map(share.map(({ code, share: part }) => [code, part]));
  expect(shares.get('P')).toBeGreaterThan(0.8);
  for (const code of ['L', 'A', 'E']) {
    expect(shares.get(code), code).toBeGreaterThan(0.005);
    expect(shares.get(code), code).toBeLessThan(0.12);
  }

  const events = db.select().from(attendanceEvents).orderBy(asc(attendanceEvents.seq)).all();
  const recorded = events.map(({ recordedAt }) => recordedAt);
  expect(recorded).toEqual(recorded.toSorted((a, b) => a - b));
  expect(recorded.at(-1)).toBeLessThanOrEqual(NOW);
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(['mark', 'amend', 'void']));
  expect(await client.register.verify()).toEqual({ kind: 'intact', events: events.length });

  for (const kind of ['sessionStarted', 'sessionEnded', 'corrected', 'cameraTrouble'] as const) {
    expect(await client.activity.list({ kinds: [kind] }), kind).not.toEqual([]);
  }
});

test('people and marks are the same every time, secrets are not', () => {
  const shape = ({ db }: typeof one) => ({
    names: db.select({ name: students.fullName }).from(students).all(),
    marks: db
      .select({ code: attendanceEvents.code, at: attendanceEvents.capturedAt })
      .from(attendanceEvents)
      .orderBy(asc(attendanceEvents.seq))
      .all(),
  });
  expect(shape(one)).toEqual(shape(two));
  expect(one.signIn.password).not.toBe(two.signIn.password);
  expect(one.signIn.recoveryPassphrase).not.toBe(two.signIn.recoveryPassphrase);
  const hashes = [one, two].map(({ db }) => db.select().from(accounts).get()?.passwordHash);
  expect(hashes[0]).not.toBe(hashes[1]);
});

test('a folder with a register in it is left alone', async () => {
  await expect(makeDemoSchool(one.platform, { weeks: WEEKS })).rejects.toThrow(/already/);
});
