import type { Activity, ActivityKind } from '#shared/contract/activity.contract.ts';
import type { DayRange } from '#shared/contract/base.ts';
import type { ExportFormat } from '#shared/contract/exports.contract.ts';
import { reasonIn } from '#shared/register/app-reasons.ts';
import { fill, type Words } from '#shared/words/words.ts';
import type { ExportPlan } from '../export-plan.ts';
import { exportFileName } from '../file-name.ts';
import type { ToWorkbookWorker } from '../writers/workbook-message.ts';
import { detailText } from './activity-detail.ts';
import { localDay, localMinutes } from './local-time.ts';
import { blank, type Cell, count, text } from './sheet.ts';

export interface ActivityBook {
  words: Words['sheets'];
  school: string;
  /** Null: every kind that the caller may read. */
  kinds: readonly ActivityKind[] | null;
  range: DayRange | null;
  format: ExportFormat;
  /** Entries, at least one. */
  total: number;
  /** One page of entries after another, newest first. */
  pages: () => Iterable<readonly Activity[]>;
  utcOffsetMinutes: (at: number) => number;
  madeBy: string;
  /** Local time with its distance to UTC. */
  madeAt: string;
  appVersion: string;
}

const WIDTHS = [12, 8, 36, 32, 24, 60, 40];

function columnNames({ words }: ActivityBook): Cell[] {
  const { date, time, what, student, by, details, reason } = words.columns;
  return [date, time, what, student, by, details, reason].map(text);
}

function entryRow(entry: Activity, { words, utcOffsetMinutes }: ActivityBook): Cell[] {
  const { at, kind, actor, studentName, detail } = entry;
  const kinds: Record<ActivityKind, string> = words.activity.kinds;
  const offset = utcOffsetMinutes(at);
  return [
    { kind: 'day', day: localDay(at, offset) },
    { kind: 'time', minutes: localMinutes(at, offset) },
    text(kinds[kind]),
    text(studentName ?? ''),
    text(actor ?? words.activity.theApp),
    text(detailText(detail, words)),
    typeof detail.reason === 'string' ? text(reasonIn(words, detail.reason)) : blank,
  ];
}

function* aboutSheet(book: ActivityBook): Generator<ToWorkbookWorker> {
  const { words, school, kinds, range, total, madeBy, madeAt, appVersion } = book;
  const { about, names } = words;
  const kindNames: Record<ActivityKind, string> = words.activity.kinds;
  const frozen = { rows: 0, columns: 0 };
  yield { kind: 'sheet', head: { name: names.about, widths: [24, 72], frozen, filterRow: null } };
  const days: Cell[][] = range
    ? [
        [text(about.from), { kind: 'day', day: range.from }],
        [text(about.to), { kind: 'day', day: range.to }],
      ]
    : [];
  const shown = kinds === null ? about.allKinds : kinds.map((kind) => kindNames[kind]).join(', ');
  yield {
    kind: 'head',
    rows: [
      [text(about.school), text(school)],
      ...days,
      [text(about.kinds), text(shown)],
      [text(about.entries), count(total)],
      [text(about.madeBy), text(madeBy)],
      [text(about.madeAt), text(madeAt)],
      [text(about.madeWith), text(fill(about.app, { version: appVersion }))],
    ],
  };
}

/** The activity log as the caller may read it: a row an entry, newest first, and what was asked for. */
export function activityBook(book: ActivityBook): ExportPlan {
  const { words, range, format, total } = book;
  const days = range ? [range.from, words.fileName.to, range.to] : [];
  return {
    fileName: exportFileName(['Rollcall', words.fileName.activity, ...days], format),
    total,
    detail: { what: 'activity', ...(range ?? {}), format },
    async *messages() {
      yield {
        kind: 'sheet',
        head: {
          name: words.names.activity,
          widths: WIDTHS,
          frozen: { rows: 1, columns: 2 },
          filterRow: 0,
        },
      };
      yield { kind: 'head', rows: [columnNames(book)] };
      for (const page of book.pages()) {
        yield { kind: 'rows', rows: page.map((entry) => entryRow(entry, book)) };
      }
      if (format !== 'csv') yield* aboutSheet(book);
    },
  };
}
