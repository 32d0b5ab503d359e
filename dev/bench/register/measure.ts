import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { asc, sql } from 'drizzle-orm';
import { classes, sessions, students } from '#main/db/schema/index.ts';
import { rebuildAttendance } from '#main/register/log/event-log.ts';
import { seededRandom } from '../../demo/seeded-random.ts';
import { percentile } from '../percentile.ts';
import type { Measured } from './messages.ts';
import type { OpenBench } from './open-bench.ts';

const SEED = 7;
const SAMPLES = 60;
const FEW_SAMPLES = 12;
const ALL_YEARS = { from: '2023-08-01', to: '2026-08-31' };
/** Inside the years in which registers were taken. */
const MONTHS = ['2023-10', '2024-03', '2024-11', '2025-05', '2025-10', '2026-02'] as const;

const monthOf = (month: string) => ({ from: `${month}-01`, to: `${month}-28` });

/** How long each of several calls takes, in milliseconds. */
async function times(count: number, call: (index: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const from = performance.now();
    await call(index);
    taken.push(performance.now() - from);
  }
  return taken;
}

function pickers({ db }: OpenBench) {
  const random = seededRandom(SEED);
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  const pick = (ids: readonly string[]) => random.pick(ids);
  const sessionIds = idsOf(db.select({ id: sessions.id }).from(sessions).all());
  const classIds = idsOf(
    db.select({ id: classes.id }).from(classes).orderBy(asc(classes.id)).all(),
  );
  const studentIds = idsOf(db.select({ id: students.id }).from(students).all());
  return {
    session: () => pick(sessionIds),
    aClass: () => pick(classIds),
    classIds,
    student: () => pick(studentIds),
    month: () => monthOf(pick(MONTHS)),
  };
}

async function exportClass({ client }: OpenBench, classId: string) {
  const from = performance.now();
  const request = { what: 'class', classId, range: ALL_YEARS, format: 'xlsx' } as const;
  let exportRows = 0;
  for await (const step of await client.exports.run(request)) {
    if (step.kind === 'saved') exportRows = step.rows;
  }
  return { exportMs: Math.round(performance.now() - from), exportRows };
}

async function measureReports({ client }: OpenBench, pick: ReturnType<typeof pickers>) {
  const month = await times(SAMPLES, async () => {
    const asked = { classId: pick.aClass(), range: pick.month() };
    await client.reports.overview(asked);
    await client.reports.students(asked);
  });
  const long = await times(FEW_SAMPLES, async () => {
    const asked = { classId: pick.aClass(), range: ALL_YEARS };
    await client.reports.overview(asked);
    await client.reports.students(asked);
  });
  const school = await times(FEW_SAMPLES, async () => {
    const asked = { range: pick.month() };
    await client.reports.overview(asked);
    await client.reports.students(asked);
  });
  return {
    monthReportMsP50: percentile(month, 0.5),
    monthReportMsP95: percentile(month, 0.95),
    longReportMsP95: percentile(long, 0.95),
    schoolMonthMsP95: percentile(school, 0.95),
  };
}

async function measureSessions({ client }: OpenBench, pick: ReturnType<typeof pickers>) {
  const open = await times(SAMPLES, () => client.register.get({ sessionId: pick.session() }));
  const [subject] = await client.people.subjects.list({});
  if (!subject) throw new Error('The school has no subject.');
  const started = pick.classIds.slice(0, FEW_SAMPLES);
  const start = await times(started.length, (index) =>
    client.register.start({ classId: started[index] ?? '', subjectId: subject.id }),
  );
  return {
    openSessionMsP50: percentile(open, 0.5),
    openSessionMsP95: percentile(open, 0.95),
    startSessionMsP50: percentile(start, 0.5),
    startSessionMsP95: percentile(start, 0.95),
  };
}

/** What the screens and long jobs take on this register, through the contract as the window calls it. */
export async function measure(bench: OpenBench): Promise<Measured> {
  const { client, db, databasePath } = bench;
  const pick = pickers(bench);
  const sessionTimes = await measureSessions(bench, pick);
  const reportTimes = await measureReports(bench, pick);
  const page = await times(SAMPLES, async () => {
    const id = pick.student();
    await client.people.students.get({ id });
    const range = { from: '2025-08-01', to: '2026-02-28' };
    await client.register.studentHistory({ studentId: id, range });
  });
  const onSite = await times(FEW_SAMPLES, () => client.reports.onSite());
  const exported = await exportClass(bench, pick.aClass());
  const from = performance.now();
  const cells = rebuildAttendance(db);
  const rebuildMs = Math.round(performance.now() - from);
  const verdict = await client.register.verify();
  if (verdict.kind !== 'intact') throw new Error(`The chain is broken: ${JSON.stringify(verdict)}`);
  db.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
  return {
    ...sessionTimes,
    ...reportTimes,
    studentPageMsP50: percentile(page, 0.5),
    studentPageMsP95: percentile(page, 0.95),
    onSiteMsP95: percentile(onSite, 0.95),
    ...exported,
    rebuildMs,
    cells,
    events: verdict.events,
    bytes: statSync(databasePath).size,
  };
}
