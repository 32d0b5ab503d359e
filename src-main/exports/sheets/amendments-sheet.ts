import { setImmediate as nextTurn } from 'node:timers/promises';
import { reasonIn } from '#shared/register/app-reasons.ts';
import type { Db } from '../../db/database.ts';
import { accountNames, changedCellEvents } from '../../register/log/events.queries.ts';
import type { SessionRecord } from '../../register/sessions/sessions.queries.ts';
import type { ToWorkbookWorker } from '../writers/workbook-message.ts';
import { type Amendment, amendmentsIn } from './amendments.ts';
import { localDay, localMinutes } from './local-time.ts';
import type { RegisterBook } from './register-book.ts';
import { type Cell, text } from './sheet.ts';
import { statusColours } from './sheet-colours.ts';

const WIDTHS = [16, 32, 12, 8, 16, 20, 14, 14, 40, 14, 8, 24, 13];
const CODE_COLUMNS = [6, 7] as const;

function columnNames({ words }: RegisterBook): Cell[] {
  const { columns } = words;
  const { studentNumber, name, date, time, subject } = columns;
  const { original, amended, reason, amendedOn, amendedAt, by, afterClosing } = columns;
  const session = [date, time, columns.class, subject];
  const change = [original, amended, reason, amendedOn, amendedAt, by, afterClosing];
  return [studentNumber, name, ...session, ...change].map(text);
}

function amendmentRow(
  amendment: Amendment,
  session: SessionRecord,
  { words, students, by }: Pick<RegisterBook, 'words' | 'students'> & { by: string },
): Cell[] {
  const student = students.find(({ id }) => id === amendment.studentId);
  const { startedAt, utcOffsetMinutes: offset, className, subjectName } = session;
  const { before, after, reason, recordedAt, utcOffsetMinutes, afterClosing } = amendment;
  return [
    text(student?.studentNumber ?? ''),
    text(student?.fullName ?? ''),
    { kind: 'day', day: localDay(startedAt, offset) },
    { kind: 'time', minutes: localMinutes(startedAt, offset) },
    text(className),
    text(subjectName),
    text(before ?? words.none),
    text(after ?? words.takenBack),
    text(reason === null ? '' : reasonIn(words, reason)),
    { kind: 'day', day: localDay(recordedAt, utcOffsetMinutes) },
    { kind: 'time', minutes: localMinutes(recordedAt, utcOffsetMinutes) },
    text(by),
    text(afterClosing ? words.yes : words.no),
  ];
}

function sessionRows(db: Db, book: RegisterBook, session: SessionRecord): Cell[][] {
  const events = changedCellEvents(db, session.id, book.scope.student?.id);
  const amendments = amendmentsIn(events, session.endedAt);
  const names = accountNames(db, new Set(amendments.map(({ actorId }) => actorId)));
  return amendments.map((amendment) =>
    amendmentRow(amendment, session, { ...book, by: names.get(amendment.actorId) ?? '' }),
  );
}

/** Every mark that was changed or taken back: from what, to what, why, when and by whom. Returns how many. */
export async function* amendmentsSheet(
  db: Db,
  book: RegisterBook,
): AsyncGenerator<ToWorkbookWorker, number> {
  yield {
    kind: 'sheet',
    head: {
      name: book.words.names.amendments,
      widths: WIDTHS,
      frozen: { rows: 1, columns: 2 },
      filterRow: 0,
      colours: statusColours(book.statuses, CODE_COLUMNS),
    },
  };
  yield { kind: 'head', rows: [columnNames(book)] };
  let amendments = 0;
  for (const session of book.sessions) {
    const rows = sessionRows(db, book, session);
    amendments += rows.length;
    if (rows.length > 0) yield { kind: 'head', rows };
    await nextTurn();
  }
  return amendments;
}
