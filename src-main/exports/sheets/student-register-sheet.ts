import type { Db } from '../../db/database.ts';
import { type ExportStudent, type StudentSession, studentSessions } from '../exports.queries.ts';
import type { ToWorkbookWorker } from '../writers/workbook-message.ts';
import { localDay, localMinutes } from './local-time.ts';
import { methodName } from './method-name.ts';
import type { RegisterBook } from './register-book.ts';
import { blank, type Cell, text } from './sheet.ts';
import { statusColours } from './sheet-colours.ts';
import { type Tally, tallyOf } from './tally.ts';

const WIDTHS = [12, 8, 16, 20, 24, 10, 16, 10, 14, 12, 32];
const STATUS_COLUMN = 5;

function columnNames({ words }: RegisterBook): Cell[] {
  const { columns } = words;
  const { date, time, subject, teacher, status, meaning, markedAt, method, corrected, reason } =
    columns;
  const names = [date, time, columns.class, subject, teacher, status, meaning, markedAt, method];
  return [...names, corrected, reason].map(text);
}

function sessionRow(
  { session, mark, corrected }: StudentSession,
  { words, statuses }: RegisterBook,
): Cell[] {
  const { startedAt, utcOffsetMinutes: offset, className, subjectName, teacherName } = session;
  const label = statuses.find(({ code }) => code === mark?.code)?.label ?? '';
  return [
    { kind: 'day', day: localDay(startedAt, offset) },
    { kind: 'time', minutes: localMinutes(startedAt, offset) },
    text(className),
    text(subjectName),
    text(teacherName),
    text(mark?.code ?? words.unmarked),
    text(label),
    mark ? { kind: 'time', minutes: localMinutes(mark.at, mark.utcOffsetMinutes) } : blank,
    mark ? text(methodName(mark, words)) : blank,
    text(corrected ? words.yes : ''),
    text(mark?.reason ?? ''),
  ];
}

/** One student's sessions, a row each. Returns the student's tally. */
export async function* studentRegisterSheet(
  db: Db,
  book: RegisterBook,
  student: ExportStudent,
): AsyncGenerator<ToWorkbookWorker, Tally[]> {
  const rows = studentSessions(db, student.id, book.sessions);
  yield {
    kind: 'sheet',
    head: {
      name: book.words.names.register,
      widths: WIDTHS,
      frozen: { rows: 1, columns: 2 },
      filterRow: 0,
      colours: statusColours(book.statuses, [STATUS_COLUMN, STATUS_COLUMN]),
    },
  };
  yield { kind: 'head', rows: [columnNames(book)] };
  yield { kind: 'rows', rows: rows.map((row) => sessionRow(row, book)) };
  return [
    tallyOf(
      rows.map(({ mark }) => mark?.code ?? null),
      book.statuses,
    ),
  ];
}
