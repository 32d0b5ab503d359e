import type { ExportFormat } from '#shared/contract/exports.contract.ts';
import type { Status } from '#shared/contract/status.ts';
import type { Words } from '#shared/words/words.ts';
import type { Db } from '../../db/database.ts';
import type { SessionRecord } from '../../register/sessions/sessions.queries.ts';
import { allStatuses } from '../../register/statuses.queries.ts';
import { readSchool } from '../../settings/settings.queries.ts';
import type { ExportPlan } from '../export-plan.ts';
import { type SessionRow, sessionRows } from '../exports.queries.ts';
import { exportFileName } from '../file-name.ts';
import { localDay, localMinutes } from './local-time.ts';
import { methodName } from './method-name.ts';
import { blank, type Cell, text } from './sheet.ts';
import { statusColours } from './sheet-colours.ts';

const STATUS_COLUMN = 2;
const WIDTHS = [16, 32, 10, 16, 10, 14, 12];

function headRows(
  school: string,
  session: SessionRecord,
  { about, columns }: Words['sheets'],
): Cell[][] {
  const day = localDay(session.startedAt, session.utcOffsetMinutes);
  const { studentNumber, name, status, meaning, time, method, corrected } = columns;
  return [
    [text(about.school), text(school)],
    [text(about.class), text(session.className)],
    [text(about.subject), text(session.subjectName)],
    [text(columns.date), { kind: 'day', day }],
    [text(columns.teacher), text(session.teacherName)],
    ...(session.discarded ? [[text(about.notHeld), text(session.discarded.reason)]] : []),
    [],
    [studentNumber, name, status, meaning, time, method, corrected].map(text),
  ];
}

function studentRow(
  row: SessionRow,
  labels: ReadonlyMap<string, string>,
  words: Words['sheets'],
): Cell[] {
  const { mark } = row;
  return [
    text(row.studentNumber),
    text(row.fullName),
    mark ? text(mark.code) : blank,
    mark ? text(labels.get(mark.code) ?? '') : blank,
    mark ? { kind: 'time', minutes: localMinutes(mark.at, mark.utcOffsetMinutes) } : blank,
    mark ? text(methodName(mark, words)) : blank,
    text(row.corrected ? words.yes : ''),
  ];
}

/** One session: what it was, then each student of its roster. */
export function sessionExport(
  db: Db,
  session: SessionRecord,
  { format, words }: { format: ExportFormat; words: Words['sheets'] },
): ExportPlan {
  const school = readSchool(db).name;
  const rows = sessionRows(db, session.id);
  const statuses: Status[] = allStatuses(db);
  const labels = new Map(statuses.map(({ code, label }) => [code, label]));
  const day = localDay(session.startedAt, session.utcOffsetMinutes);
  const head = headRows(school, session, words);
  return {
    fileName: exportFileName([session.className, session.subjectName, day], format),
    total: rows.length,
    detail: { what: 'session', className: session.className, day, format },
    async *messages() {
      yield {
        kind: 'sheet',
        head: {
          name: words.names.session,
          widths: WIDTHS,
          frozen: { rows: head.length, columns: 2 },
          filterRow: head.length - 1,
          colours: statusColours(statuses, [STATUS_COLUMN, STATUS_COLUMN]),
        },
      };
      yield { kind: 'head', rows: head };
      yield { kind: 'rows', rows: rows.map((row) => studentRow(row, labels, words)) };
    },
  };
}
