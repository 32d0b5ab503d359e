import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fill } from '#shared/words/words.ts';
import { changesTouching, countInDoubt } from '../../clock/clock.queries.ts';
import type { Db } from '../../db/database.ts';
import { guestsOfSession } from '../../register/roster/guests.queries.ts';
import { eventHashes } from '../exports.queries.ts';
import type { ToWorkbookWorker } from '../writers/workbook-message.ts';
import { localClock, localDay } from './local-time.ts';
import type { RegisterBook } from './register-book.ts';
import { type Cell, count, text } from './sheet.ts';
import { GOOD_SHARE, LOW_SHARE } from './sheet-colours.ts';

/**
 * SHA-256 over the hashes of all events of these sessions, of one student where the workbook is
 * of one: two workbooks with the same value were made from the same register. Takes a turn
 * between sessions.
 */
async function hashOfEvents(db: Db, { sessions, scope }: RegisterBook) {
  const hash = createHash('sha256');
  let events = 0;
  for (const { id } of sessions) {
    const hashes = eventHashes(db, id, scope.student?.id);
    for (const eventHash of hashes) hash.update(eventHash);
    events += hashes.length;
    await nextTurn();
  }
  return { events, hash: hash.digest('hex') };
}

function scopeRows({ words, school, scope, sessions, students }: RegisterBook): Cell[][] {
  const { about } = words;
  const { student, className, subjectName, range } = scope;
  const who = student ? `${student.studentNumber} ${student.fullName}` : about.allStudents;
  return [
    [text(about.school), text(school)],
    [text(about.class), text(className ?? about.allClasses)],
    [text(about.subject), text(subjectName ?? about.allSubjects)],
    [text(about.student), text(who)],
    [text(about.from), { kind: 'day', day: range.from }],
    [text(about.to), { kind: 'day', day: range.to }],
    [text(about.sessions), count(sessions.length)],
    [text(about.stillOpen), count(sessions.filter(({ endedAt }) => endedAt === null).length)],
    [text(about.students), count(students.length)],
  ];
}

function madeRows({ words, madeBy, madeAt, appVersion }: RegisterBook): Cell[][] {
  const { about } = words;
  return [
    [text(about.madeBy), text(madeBy)],
    [text(about.madeAt), text(madeAt)],
    [text(about.madeWith), text(fill(about.app, { version: appVersion }))],
  ];
}

function legend({ words, statuses }: RegisterBook): Cell[][] {
  const { about, meanings, columns } = words;
  const percent = (share: number) => `${share * 100} %`;
  const colours = { low: percent(LOW_SHARE), good: percent(GOOD_SHARE) };
  return [
    ...statuses.map(({ code, label, meaning, points }) => [
      text(code),
      text(fill(about.code, { label, meaning: meanings[meaning], points })),
    ]),
    [text(words.unmarked), text(about.unmarkedHelp)],
    [text(about.empty), text(about.emptyHelp)],
    [text(columns.points), text(about.pointsHelp)],
    [text(columns.presentShare), text(about.presentShareHelp)],
    [text(''), text(fill(about.coloursHelp, colours))],
  ];
}

function notHeldRows({ words: { about }, notHeld }: RegisterBook): Cell[][] {
  return notHeld.map(({ day, time, subjectName: subject, reason }) => [
    text(about.notHeld),
    text(fill(about.notHeldLine, { day, time, subject, reason })),
  ]);
}

/** Guests of whom nobody has said yet which student they are; a workbook of one student has none. */
function guestRows(db: Db, { words, sessions, scope }: RegisterBook): Cell[][] {
  if (scope.student) return [];
  return sessions.flatMap(({ id, startedAt, utcOffsetMinutes, subjectName }) => {
    const open = guestsOfSession(db, id).filter(({ standing }) => standing.kind === 'open');
    const day = localDay(startedAt, utcOffsetMinutes);
    const time = localClock(startedAt, utcOffsetMinutes);
    return open.map(({ name, code }) => [
      text(words.about.guest),
      text(fill(words.about.guestLine, { name, day, time, subject: subjectName, code })),
    ]);
  });
}

/** Changes of the clock that put times of this workbook in doubt. */
function clockRows(db: Db, { words: { about }, sessions, scope }: RegisterBook): Cell[][] {
  const ids = sessions.map(({ id }) => id);
  const marks = countInDoubt(db, ids, scope.student?.id);
  if (marks === 0) return [];
  const offset = sessions.at(-1)?.utcOffsetMinutes ?? 0;
  const changes = changesTouching(db, ids).map(({ noticedAt, shiftMs }) => {
    const minutes = Math.round(Math.abs(shiftMs) / 60_000);
    const when = { day: localDay(noticedAt, offset), time: localClock(noticedAt, offset) };
    const line = shiftMs < 0 ? about.clockBack : about.clockForward;
    return [text(about.clock), text(fill(line, { ...when, minutes }))];
  });
  return [...changes, [text(about.clockMarks), count(marks)]];
}

/** What the workbook shows, who made it when, and the events it was made from. */
export async function* aboutSheet(
  db: Db,
  book: RegisterBook,
  amendments: number,
): AsyncGenerator<ToWorkbookWorker> {
  const { names, about } = book.words;
  const { events, hash } = await hashOfEvents(db, book);
  yield {
    kind: 'sheet',
    head: {
      name: names.about,
      widths: [24, 72],
      frozen: { rows: 0, columns: 0 },
      filterRow: null,
    },
  };
  const rows: Cell[][] = [
    ...scopeRows(book),
    [text(about.amendments), count(amendments)],
    ...notHeldRows(book),
    ...guestRows(db, book),
    ...clockRows(db, book),
    ...madeRows(book),
    [text(about.events), count(events)],
    [text(about.hash), text(hash)],
    [text(''), text(about.hashHelp)],
    [],
    ...legend(book),
  ];
  yield { kind: 'head', rows };
}
