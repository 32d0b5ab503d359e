import type { DayRange } from '#shared/contract/base.ts';
import type { ExportFormat } from '#shared/contract/exports.contract.ts';
import type { Meaning, Status } from '#shared/contract/register.contract.ts';
import { countMeanings, presentShare } from '#shared/register/percentages.ts';
import type { Db } from '../db/database.ts';
import type { SessionRecord } from '../register/sessions.queries.ts';
import { allStatuses } from '../register/statuses.queries.ts';
import { aboutSheet } from './about-sheet.ts';
import type { ExportPlan } from './export-plan.ts';
import { cellsOf, type ExportStudent, studentsOfSessions } from './exports.queries.ts';
import { exportFileName } from './file-name.ts';
import { localClock, localDay } from './local-time.ts';
import { type Cell, count, text } from './sheet.ts';

/** Students read at a time: little enough that the window notices nothing. */
const STUDENTS_AT_ONCE = 50;
/** On the roster, and nobody has marked. */
export const UNMARKED = '?';

export interface ClassExport {
  school: string;
  classId: string;
  className: string;
  range: DayRange;
  format: ExportFormat;
  /** Oldest first, at least one. */
  sessions: readonly SessionRecord[];
  /** Registers of these days that did not take place and are not among the sessions. */
  discarded: number;
  madeBy: string;
  /** Local time with its distance to UTC. */
  madeAt: string;
  appVersion: string;
}

function headRow(sessions: readonly SessionRecord[], statuses: readonly Status[]): Cell[] {
  const columns = sessions.map(({ startedAt, utcOffsetMinutes, subjectName }) => {
    const day = localDay(startedAt, utcOffsetMinutes);
    return `${day} ${localClock(startedAt, utcOffsetMinutes)} ${subjectName}`;
  });
  const totals = statuses.map(({ code }) => `Total ${code}`);
  const names = ['Student ID', 'Name', ...columns, ...totals, 'Sessions taken', 'Present %'];
  return names.map(text);
}

function studentRow(
  student: ExportStudent,
  codes: ReadonlyMap<string, string | null>,
  { sessions, statuses }: { sessions: readonly SessionRecord[]; statuses: readonly Status[] },
): Cell[] {
  const meanings = new Map<string, Meaning>(statuses.map(({ code, meaning }) => [code, meaning]));
  const given = [...codes.values()].filter((code) => code !== null);
  const counts = countMeanings(given.map((code) => meanings.get(code) ?? null));
  const cells = sessions.map(({ id }) => {
    const code = codes.get(id);
    return text(code === undefined ? '' : (code ?? UNMARKED));
  });
  return [
    text(student.studentNumber),
    text(student.fullName),
    ...cells,
    ...statuses.map(({ code }) => count(given.filter((one) => one === code).length)),
    count(given.length),
    { kind: 'share', value: presentShare(counts) },
  ];
}

function* pages<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

function rowsOf(
  db: Db,
  students: readonly ExportStudent[],
  columns: { sessions: readonly SessionRecord[]; statuses: readonly Status[] },
): Cell[][] {
  const codes = new Map(students.map(({ id }) => [id, new Map<string, string | null>()]));
  const sessionIds = columns.sessions.map(({ id }) => id);
  for (const cell of cellsOf(db, [...codes.keys()], sessionIds)) {
    codes.get(cell.studentId)?.set(cell.sessionId, cell.code);
  }
  return students.map((student) =>
    studentRow(student, codes.get(student.id) ?? new Map(), columns),
  );
}

function sheetHead(sessions: number, statuses: number) {
  return {
    name: 'Register',
    widths: [
      16,
      32,
      ...Array<number>(sessions).fill(12),
      ...Array<number>(statuses).fill(9),
      15,
      11,
    ],
    frozen: { rows: 1, columns: 2 },
    filterRow: 0,
  };
}

/** A class over a range of days: students by sessions with totals, and what it was made from. */
export function classExport(db: Db, about: ClassExport): ExportPlan {
  const { className, range, format, sessions } = about;
  const students = studentsOfSessions(
    db,
    sessions.map(({ id }) => id),
  );
  const statuses = allStatuses(db);
  const columns = { sessions, statuses };
  return {
    fileName: exportFileName([className, 'register', range.from, 'to', range.to], format),
    total: students.length,
    detail: { what: 'class', className, from: range.from, to: range.to, format },
    async *messages() {
      yield { kind: 'sheet', head: sheetHead(sessions.length, statuses.length) };
      yield { kind: 'head', rows: [headRow(sessions, statuses)] };
      for (const page of pages(students, STUDENTS_AT_ONCE)) {
        yield { kind: 'rows', rows: rowsOf(db, page, columns) };
      }
      // A CSV is one sheet.
      if (format === 'xlsx') yield* aboutSheet(db, about, { students: students.length, statuses });
    },
  };
}
