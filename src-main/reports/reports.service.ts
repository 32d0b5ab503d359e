import type {
  AbsenceRun,
  MeaningTally,
  ReportFilter,
  ReportOverview,
  SlotFigure,
  StudentsReport,
  WeekFigure,
} from '#shared/contract/reports.contract.ts';
import type { Meaning, Status } from '#shared/contract/status.ts';
import { roundedPoints } from '#shared/register/points.ts';
import { RUN_WORTH_TELLING, RunFinder } from '#shared/reports/absence-runs.ts';
import { registersSeen, requireVisibleClass } from '../people/class-access.service.ts';
import { findClass } from '../people/classes.queries.ts';
import { nameOrder } from '../people/text-keys.ts';
import type { Caller } from '../register/caller.ts';
import { seenBy } from '../register/sessions/sessions.queries.ts';
import { allStatuses } from '../register/statuses.queries.ts';
import { DomainError } from '../rpc/domain-error.ts';
import {
  countRegisters,
  type MarkRow,
  marksBySlot,
  marksInOrder,
  namesOfStudents,
  type SlotOfWeek,
} from './reports.queries.ts';

const DAY_MS = 86_400_000;

const dayNumbered = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

const noMarks = (): MeaningTally => ({ present: 0, absent: 0, ignored: 0 });

/** The registers that the caller may see of those asked for. */
function seenIn(caller: Caller, { classId }: ReportFilter) {
  const { db } = caller;
  if (classId !== undefined) {
    if (!findClass(db, classId)) throw new DomainError('NOT_FOUND', { what: 'class' });
    requireVisibleClass(db, caller, classId);
  }
  return seenBy(registersSeen(db, caller));
}

/** Adds up by a key, in the order in which the keys first come. */
class Tallies<K> {
  readonly #byKey = new Map<K, MeaningTally>();

  add(key: K, meaning: Meaning, marks: number): void {
    const tally = this.#byKey.get(key) ?? noMarks();
    tally[meaning] += marks;
    this.#byKey.set(key, tally);
  }

  entries(): [K, MeaningTally][] {
    return [...this.#byKey];
  }
}

function meaningsOf(statuses: readonly Status[]): (code: string) => Meaning {
  const meanings = new Map(statuses.map(({ code, meaning }) => [code, meaning]));
  return (code) => {
    const meaning = meanings.get(code);
    if (meaning === undefined) throw new Error('A mark has a status that the school never had.');
    return meaning;
  };
}

function weeksOf(rows: readonly SlotOfWeek[], meaningOf: (code: string) => Meaning): WeekFigure[] {
  const tallies = new Tallies<number>();
  for (const { monday, code, marks } of rows) tallies.add(monday, meaningOf(code), marks);
  return tallies.entries().map(([monday, tally]) => ({ week: dayNumbered(monday), ...tally }));
}

const HOURS = 24;

function slotsOf(rows: readonly SlotOfWeek[], meaningOf: (code: string) => Meaning): SlotFigure[] {
  const tallies = new Tallies<number>();
  for (const { weekday, hour, code, marks } of rows) {
    tallies.add(weekday * HOURS + hour, meaningOf(code), marks);
  }
  return tallies
    .entries()
    .map(([slot, tally]) => ({
      weekday: Math.floor(slot / HOURS) + 1,
      hour: slot % HOURS,
      ...tally,
    }))
    .sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}

/**
 * Trend, hours and statuses of the registers that the caller may see.
 * @throws DomainError NOT_FOUND or NOT_YOUR_CLASS for a class that is not the caller's to see
 */
export function readOverview(caller: Caller, filter: ReportFilter): ReportOverview {
  const { db } = caller;
  const seen = seenIn(caller, filter);
  const statuses = allStatuses(db);
  const meaningOf = meaningsOf(statuses);
  const rows = marksBySlot(db, filter, seen);
  const { registers, onRosters } = countRegisters(db, filter, seen);
  const byCode = new Map<string, number>();
  for (const { code, marks } of rows) byCode.set(code, (byCode.get(code) ?? 0) + marks);
  const marked = [...byCode.values()].reduce((sum, marks) => sum + marks, 0);
  return {
    registers,
    statuses: statuses.map((status) => ({ ...status, marks: byCode.get(status.code) ?? 0 })),
    unmarked: onRosters - marked,
    weeks: weeksOf(rows, meaningOf),
    slots: slotsOf(rows, meaningOf),
  };
}

interface StudentTally extends MeaningTally {
  late: number;
  points: number;
  absences: RunFinder;
}

function tallyStudents(marks: readonly MarkRow[], statuses: readonly Status[]) {
  const meaningOf = meaningsOf(statuses);
  const points = new Map(statuses.map((status) => [status.code, status.points]));
  const late = statuses.find(({ roles }) => roles.includes('late') && !roles.includes('present'));
  const days = new Map<number, string>();
  const tallies = new Map<string, StudentTally>();
  for (const [studentId, dayNumber, code] of marks) {
    const day = days.get(dayNumber) ?? dayNumbered(dayNumber);
    days.set(dayNumber, day);
    const tally = tallies.get(studentId) ?? {
      ...noMarks(),
      late: 0,
      points: 0,
      absences: new RunFinder('absent'),
    };
    tallies.set(studentId, tally);
    const meaning = meaningOf(code);
    tally[meaning] += 1;
    tally.points += points.get(code) ?? 0;
    if (code === late?.code) tally.late += 1;
    tally.absences.take({ day, meaning });
  }
  return tallies;
}

const mostUrgentFirst = (a: AbsenceRun, b: AbsenceRun): number =>
  Number(b.ongoing) - Number(a.ongoing) || b.registers - a.registers || (a.to < b.to ? 1 : -1);

/**
 * How each student stands in the registers that the caller may see.
 * @throws DomainError NOT_FOUND or NOT_YOUR_CLASS for a class that is not the caller's to see
 */
export function readStudents(caller: Caller, filter: ReportFilter): StudentsReport {
  const { db } = caller;
  const marks = marksInOrder(db, filter, seenIn(caller, filter));
  const tallies = tallyStudents(marks, allStatuses(db));
  const students = namesOfStudents(db).flatMap((named) => {
    const tally = tallies.get(named.studentId);
    if (!tally) return [];
    const { absences: _runs, ...figures } = tally;
    return [{ ...named, ...figures, points: roundedPoints(figures.points) }];
  });
  const runs = [...tallies].flatMap(([studentId, { absences }]) =>
    absences.runs(RUN_WORTH_TELLING).map((run) => ({ studentId, ...run })),
  );
  return {
    students: students.sort((a, b) => nameOrder.compare(a.fullName, b.fullName)),
    runs: runs.sort(mostUrgentFirst),
  };
}
