import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Status } from '#shared/contract/register.contract.ts';
import type { Db } from '../db/database.ts';
import type { ClassExport } from './class-sheet.ts';
import { eventHashes } from './exports.queries.ts';
import { type Cell, count, text } from './sheet.ts';
import type { ToWorkbookWorker } from './workbook-message.ts';

const MEANINGS = { present: 'at school', absent: 'not at school', ignored: 'does not count' };

/**
 * SHA-256 over the hashes of all events of these sessions: two workbooks with the same value were
 * made from the same register. Takes a turn between sessions.
 */
async function hashOfEvents(db: Db, sessions: ClassExport['sessions']) {
  const hash = createHash('sha256');
  let events = 0;
  for (const { id } of sessions) {
    const hashes = eventHashes(db, id);
    for (const eventHash of hashes) hash.update(eventHash);
    events += hashes.length;
    await nextTurn();
  }
  return { events, hash: hash.digest('hex') };
}

function legend(statuses: readonly Status[]): Cell[][] {
  return statuses.map(({ code, label, meaning }) => [
    text(code),
    text(`${label} (${MEANINGS[meaning]})`),
  ]);
}

/** What the workbook shows, who made it when, and the events it was made from. */
export async function* aboutSheet(
  db: Db,
  about: ClassExport,
  { students, statuses }: { students: number; statuses: readonly Status[] },
): AsyncGenerator<ToWorkbookWorker> {
  const { events, hash } = await hashOfEvents(db, about.sessions);
  yield {
    kind: 'sheet',
    head: {
      name: 'About',
      widths: [20, 72],
      frozen: { rows: 0, columns: 0 },
      filterRow: null,
    },
  };
  const rows: Cell[][] = [
    [text('School'), text(about.school)],
    [text('Class'), text(about.className)],
    [text('From'), { kind: 'day', day: about.range.from }],
    [text('To'), { kind: 'day', day: about.range.to }],
    [text('Sessions'), count(about.sessions.length)],
    [text('Did not take place'), count(about.discarded)],
    [text('Students'), count(students)],
    [text('Made by'), text(about.madeBy)],
    [text('Made at'), text(about.madeAt)],
    [text('Made with'), text(`Rollcall ${about.appVersion}`)],
    [text('Events'), count(events)],
    [text('Hash of the events'), text(hash)],
    [],
    ...legend(statuses),
    [text('?'), text('Not marked')],
    [text('(empty)'), text('Not in the class at that time')],
    [text('Present %'), text('Sessions at school, late included, of those that count')],
  ];
  yield { kind: 'head', rows };
}
