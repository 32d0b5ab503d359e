import { splitDayAndTime } from './day-and-time.ts';
import type { ImportField, MarkField } from './import-field.ts';
import type { MarkProblem } from './mark-verdict.ts';
import { type DayOrder, readDay } from './read-day.ts';
import { readTime } from './read-time.ts';
import { cellOf, FORMULA_ERROR, type TableRow } from './table.ts';

/** A mark as a list has it. */
export interface ListedMark {
  studentNumber: string;
  /** YYYY-MM-DD; '' where it cannot be read. */
  day: string;
  /** Minutes since midnight; null where the list names no time. */
  minutes: number | null;
  /** As it stands in the list. */
  status: string;
  /** '' where the list does not say it, as are `subject` and `reason`. */
  className: string;
  subject: string;
  reason: string;
}

export interface ReadMark {
  line: number;
  /** The column it stands in, from 0, where each register has one of its own; else null. */
  column: number | null;
  mark: ListedMark;
  problem: MarkProblem | null;
}

export interface MarkListOptions {
  /** What each column means, by its index. */
  fields: readonly (ImportField | null)[];
  dayOrder: DayOrder;
}

/** Where the words of a mark stand, before they are read. */
interface TypedMark {
  line: number;
  column: number | null;
  cells: Readonly<Record<Exclude<MarkField, 'register'>, string>>;
}

const LONGEST_REASON = 200;

function cellsOf(row: TableRow, fields: MarkListOptions['fields']): TypedMark['cells'] {
  const cell = (field: MarkField) => {
    const column = fields.indexOf(field);
    return column < 0 ? '' : cellOf(row, column);
  };
  return {
    studentNumber: cell('studentNumber'),
    day: cell('day'),
    time: cell('time'),
    status: cell('status'),
    className: cell('className'),
    subject: cell('subject'),
    reason: cell('reason'),
  };
}

/** The columns of registers, each with what its heading says. */
function registerColumns(fields: MarkListOptions['fields'], headings: TableRow | undefined) {
  return fields.flatMap((field, column) => {
    if (field !== 'register') return [];
    const heading = headings ? cellOf(headings, column) : '';
    const { day, time, rest } = splitDayAndTime(heading) ?? { day: heading, time: '', rest: '' };
    return { column, day, time, subject: rest };
  });
}

/** The marks of rows that each hold one, or of rows with a column a register. */
function typedMarks(
  rows: readonly TableRow[],
  headings: TableRow | undefined,
  fields: MarkListOptions['fields'],
): TypedMark[] {
  const columns = registerColumns(fields, headings);
  if (columns.length === 0) {
    return rows.map((row) => ({ line: row.line, column: null, cells: cellsOf(row, fields) }));
  }
  return rows.flatMap((row) => {
    const cells = cellsOf(row, fields);
    return columns.flatMap(({ column, day, time, subject }) => {
      const status = cellOf(row, column);
      if (status === '') return [];
      const own = { ...cells, status, day, time, subject: subject || cells.subject };
      return { line: row.line, column, cells: own };
    });
  });
}

function problemOf(cells: TypedMark['cells'], mark: ListedMark, time: string): MarkProblem | null {
  const failed = Object.values(cells).find((text) => FORMULA_ERROR.test(text));
  if (failed !== undefined) return { why: 'formulaError', value: failed };
  const odd = Object.values(cells).some((text) => /\p{Cc}/u.test(text));
  if (odd) return { why: 'badCharacters', value: '' };
  if (mark.studentNumber === '') return { why: 'noNumber', value: '' };
  if (cells.day === '') return { why: 'noDay', value: '' };
  if (mark.day === '') return { why: 'badDay', value: cells.day.slice(0, 40) };
  if (time !== '' && mark.minutes === null) return { why: 'badTime', value: time.slice(0, 40) };
  if (mark.status === '') return { why: 'noStatus', value: '' };
  if (mark.reason.length > LONGEST_REASON) {
    return { why: 'tooLong', value: `${mark.reason.slice(0, 40)}…` };
  }
  return null;
}

function readMark({ line, column, cells }: TypedMark, order: DayOrder): ReadMark {
  // A date and a time in one cell are two.
  const split = splitDayAndTime(cells.day);
  const time = cells.time || (split?.time ?? '');
  const { studentNumber, status, className, subject, reason } = cells;
  const day = readDay(split && split.rest === '' ? split.day : cells.day, order) ?? '';
  const minutes = readTime(time);
  const mark = { studentNumber, day, minutes, status, className, subject, reason };
  return { line, column, mark, problem: problemOf(cells, mark, time) };
}

/** Every mark of a list, with what is wrong with it in itself. */
export function readMarks(
  rows: readonly TableRow[],
  headings: TableRow | undefined,
  { fields, dayOrder }: MarkListOptions,
): ReadMark[] {
  return typedMarks(rows, headings, fields).map((typed) => readMark(typed, dayOrder));
}

/** Every date of a list as it is typed: what the order of day and month is seen from. */
export function typedDays(
  rows: readonly TableRow[],
  headings: TableRow | undefined,
  fields: MarkListOptions['fields'],
): string[] {
  const columns = registerColumns(fields, headings);
  if (columns.length > 0) return columns.map(({ day }) => day);
  return rows.map((row) => {
    const { day } = cellsOf(row, fields);
    return splitDayAndTime(day)?.day ?? day;
  });
}
