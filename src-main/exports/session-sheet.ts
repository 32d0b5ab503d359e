import type { ExportFormat } from '#shared/contract/exports.contract.ts';
import type { Method, Status } from '#shared/contract/register.contract.ts';
import type { Db } from '../db/database.ts';
import type { SessionRecord } from '../register/sessions.queries.ts';
import { allStatuses } from '../register/statuses.queries.ts';
import { readSchool } from '../settings/settings.queries.ts';
import type { ExportPlan } from './export-plan.ts';
import { type ExportMark, type SessionRow, sessionRows } from './exports.queries.ts';
import { exportFileName } from './file-name.ts';
import { localDay, localMinutes } from './local-time.ts';
import { blank, type Cell, text } from './sheet.ts';

const METHOD_NAMES: Record<Method, string> = {
  face: 'Face',
  qr: 'QR code',
  manual: 'By hand',
  import: 'Import',
  rule: 'Not seen',
};

const COLUMNS = ['Student ID', 'Name', 'Status', 'Meaning', 'Time', 'Method', 'Corrected'];
const WIDTHS = [16, 32, 10, 16, 10, 14, 12];

function headRows(school: string, session: SessionRecord): Cell[][] {
  const day = localDay(session.startedAt, session.utcOffsetMinutes);
  return [
    [text('School'), text(school)],
    [text('Class'), text(session.className)],
    [text('Subject'), text(session.subjectName)],
    [text('Date'), { kind: 'day', day }],
    [text('Teacher'), text(session.teacherName)],
    ...(session.discarded ? [[text('Did not take place'), text(session.discarded.reason)]] : []),
    [],
    COLUMNS.map(text),
  ];
}

/** A rule gives a reason where the student was known to be away. */
function methodName({ method, reason }: ExportMark): string {
  return method === 'rule' && reason !== null ? 'Reported away' : METHOD_NAMES[method];
}

function studentRow(row: SessionRow, labels: ReadonlyMap<string, string>): Cell[] {
  const { mark } = row;
  return [
    text(row.studentNumber),
    text(row.fullName),
    mark ? text(mark.code) : blank,
    mark ? text(labels.get(mark.code) ?? '') : blank,
    mark ? { kind: 'time', minutes: localMinutes(mark.at, mark.utcOffsetMinutes) } : blank,
    mark ? text(methodName(mark)) : blank,
    text(row.corrected ? 'Yes' : ''),
  ];
}

/** One session: what it was, then each student of its roster. */
export function sessionExport(db: Db, session: SessionRecord, format: ExportFormat): ExportPlan {
  const school = readSchool(db).name;
  const rows = sessionRows(db, session.id);
  const labels = new Map(allStatuses(db).map(({ code, label }: Status) => [code, label]));
  const day = localDay(session.startedAt, session.utcOffsetMinutes);
  const head = headRows(school, session);
  return {
    fileName: exportFileName([session.className, session.subjectName, day], format),
    total: rows.length,
    detail: { what: 'session', className: session.className, day, format },
    async *messages() {
      yield {
        kind: 'sheet',
        head: {
          name: 'Session',
          widths: WIDTHS,
          frozen: { rows: head.length, columns: 2 },
          filterRow: head.length - 1,
        },
      };
      yield { kind: 'head', rows: head };
      yield { kind: 'rows', rows: rows.map((row) => studentRow(row, labels)) };
    },
  };
}
