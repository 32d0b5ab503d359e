import { fill } from '#shared/words/words.ts';
import type { Db } from '../../db/database.ts';
import { cellsOf, type ExportStudent } from '../exports.queries.ts';
import { pages } from '../pages.ts';
import type { ToWorkbookWorker } from '../writers/workbook-message.ts';
import { localClock, localDay } from './local-time.ts';
import type { RegisterBook } from './register-book.ts';
import { type Cell, type SheetHead, text } from './sheet.ts';
import { shareColours, statusColours } from './sheet-colours.ts';
import { type Tally, tallyOf, totalCells } from './tally.ts';

/** Students read at a time: little enough that the window notices nothing. */
const STUDENTS_AT_ONCE = 50;
/** Student ID and name. */
const NAME_COLUMNS = 2;

type Codes = ReadonlyMap<string, string | null>;

/** The names of the columns that `totalCells` fills. */
export function totalNames({ words, statuses }: RegisterBook): string[] {
  const { total, taken, points, presentShare } = words.columns;
  return [...statuses.map(({ code }) => fill(total, { code })), taken, points, presentShare];
}

/** Widths for `totalCells`. */
export const totalWidths = ({ statuses }: RegisterBook) => [...statuses.map(() => 9), 15, 9, 11];

function sheetHead(book: RegisterBook): SheetHead {
  const { sessions, statuses, words } = book;
  const widths = [16, 32, ...sessions.map(() => 12), ...totalWidths(book)];
  const cells = [NAME_COLUMNS, NAME_COLUMNS + sessions.length - 1] as const;
  return {
    name: words.names.register,
    widths,
    frozen: { rows: 1, columns: NAME_COLUMNS },
    filterRow: 0,
    colours: [...statusColours(statuses, cells), ...shareColours(widths.length - 1)],
  };
}

function columnNames(book: RegisterBook): Cell[] {
  const { studentNumber, name } = book.words.columns;
  const columns = book.sessions.map(({ startedAt, utcOffsetMinutes, subjectName }) => {
    const day = localDay(startedAt, utcOffsetMinutes);
    return `${day} ${localClock(startedAt, utcOffsetMinutes)} ${subjectName}`;
  });
  return [studentNumber, name, ...columns, ...totalNames(book)].map(text);
}

function studentRow(student: ExportStudent, codes: Codes, tally: Tally, book: RegisterBook) {
  const cells = book.sessions.map(({ id }) => {
    const code = codes.get(id);
    return text(code === undefined ? '' : (code ?? book.words.unmarked));
  });
  const names = [text(student.studentNumber), text(student.fullName)];
  return [...names, ...cells, ...totalCells(tally, book.statuses)];
}

function codesOf(
  db: Db,
  students: readonly ExportStudent[],
  sessionIds: readonly string[],
): Map<string, Map<string, string | null>> {
  const codes = new Map(students.map(({ id }) => [id, new Map<string, string | null>()]));
  for (const cell of cellsOf(db, [...codes.keys()], sessionIds)) {
    codes.get(cell.studentId)?.set(cell.sessionId, cell.code);
  }
  return codes;
}

/** Students by sessions, with totals. Returns each student's tally, in the students' order. */
export async function* registerSheet(
  db: Db,
  book: RegisterBook,
): AsyncGenerator<ToWorkbookWorker, Tally[]> {
  const sessionIds = book.sessions.map(({ id }) => id);
  const tallies: Tally[] = [];
  yield { kind: 'sheet', head: sheetHead(book) };
  yield { kind: 'head', rows: [columnNames(book)] };
  for (const page of pages(book.students, STUDENTS_AT_ONCE)) {
    const codes = codesOf(db, page, sessionIds);
    const rows = page.map((student) => {
      const own = codes.get(student.id) ?? new Map<string, string | null>();
      const tally = tallyOf([...own.values()], book.statuses);
      tallies.push(tally);
      return studentRow(student, own, tally, book);
    });
    yield { kind: 'rows', rows };
  }
  return tallies;
}
