import type { DayRange } from '#shared/contract/base.ts';
import type { ExportFormat } from '#shared/contract/exports.contract.ts';
import type { Status } from '#shared/contract/status.ts';
import type { Words } from '#shared/words/words.ts';
import type { Db } from '../../db/database.ts';
import type { SessionRecord } from '../../register/sessions/sessions.queries.ts';
import type { ExportPlan } from '../export-plan.ts';
import type { ExportStudent } from '../exports.queries.ts';
import { exportFileName } from '../file-name.ts';
import { aboutSheet } from './about-sheet.ts';
import { amendmentsSheet } from './amendments-sheet.ts';
import { registerSheet } from './register-sheet.ts';
import { studentRegisterSheet } from './student-register-sheet.ts';
import { studentsSheet } from './students-sheet.ts';
import { summarySheet } from './summary-sheet.ts';

/** What a workbook of registers was asked for; null: all of them. */
export interface RegisterScope {
  className: string | null;
  subjectName: string | null;
  /** One student alone: a row a session in place of a row a student. */
  student: ExportStudent | null;
  range: DayRange;
}

/** What did not take place, and why. */
export interface NotHeldLine {
  day: string;
  /** HH:MM, local. */
  time: string;
  subjectName: string;
  reason: string;
}

export interface RegisterBook {
  words: Words['sheets'];
  school: string;
  scope: RegisterScope;
  format: ExportFormat;
  /** Oldest first, at least one. */
  sessions: readonly SessionRecord[];
  students: readonly ExportStudent[];
  /** Sessions and lessons of these days that did not take place, oldest first. */
  notHeld: readonly NotHeldLine[];
  statuses: readonly Status[];
  madeBy: string;
  /** Local time with its distance to UTC. */
  madeAt: string;
  appVersion: string;
}

function fileName({ scope, words, format }: RegisterBook): string {
  const { student, className, subjectName, range } = scope;
  const who = student ? student.fullName : (className ?? '');
  const { register, to } = words.fileName;
  return exportFileName([who, subjectName ?? '', register, range.from, to, range.to], format);
}

function detail({ scope, format }: RegisterBook): ExportPlan['detail'] {
  const { student, className, subjectName, range } = scope;
  return {
    what: student ? 'student' : 'class',
    ...(className === null ? {} : { className }),
    ...(subjectName === null ? {} : { subjectName }),
    ...range,
    format,
  };
}

/** The workbook of a school office: Register, Summary, Students, Amendments, About; a CSV is the first. */
export function registerBook(db: Db, book: RegisterBook): ExportPlan {
  const { student } = book.scope;
  return {
    fileName: fileName(book),
    total: student ? book.sessions.length : book.students.length,
    detail: detail(book),
    ...(student ? { studentId: student.id } : {}),
    async *messages() {
      const tallies = yield* student
        ? studentRegisterSheet(db, book, student)
        : registerSheet(db, book);
      if (book.format === 'csv') return;
      yield* summarySheet(book, tallies);
      yield* studentsSheet(db, book);
      const amendments = yield* amendmentsSheet(db, book);
      yield* aboutSheet(db, book, amendments);
    },
  };
}
