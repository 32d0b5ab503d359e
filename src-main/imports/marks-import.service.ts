import type { DayRange } from '#shared/contract/base.ts';
import type {
  ImportDone,
  MarkCounts,
  MarksChoice,
  MarksFacts,
  MarksPlan,
} from '#shared/contract/imports.contract.ts';
import { findDayOrder } from '#shared/imports/day-order.ts';
import { dataRows } from '#shared/imports/find-heading-row.ts';
import { MARK_LIMITS } from '#shared/imports/mark-limits.ts';
import { matchStatus, statusKey } from '#shared/imports/match-status.ts';
import { type ReadMark, readMarks, typedDays } from '#shared/imports/read-marks.ts';
import type { Db } from '../db/database.ts';
import { momentOf } from '../people/school-day.ts';
import { activeStatuses } from '../register/statuses.queries.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { applyMarks } from './apply-marks.ts';
import { type Draft, requireDraft, requireTable } from './drafts.ts';
import type { Importer } from './importer.ts';
import { type KnownRegisters, knownRegisters } from './known-registers.ts';
import type { MarksRule } from './place-marks.ts';
import { type ExistingMarks, type PlannedMark, planMarks, shownMarks } from './plan-marks.ts';

type ListChoice = Pick<MarksChoice, 'draftId' | 'sheet' | 'headingRow' | 'fields'>;

function chosenTable({ connection }: Importer, choice: ListChoice) {
  const draft: Draft = requireDraft(connection, choice.draftId, 'marks');
  const table = requireTable(draft, choice.sheet);
  const headings = table.rows.find(({ line }) => line === choice.headingRow);
  return { draft, headings, rows: dataRows(table, choice.headingRow) };
}

/** @throws DomainError INVALID `tooManyMarks` */
function chosenMarks(importer: Importer, choice: ListChoice & Pick<MarksChoice, 'dayOrder'>) {
  const { draft, headings, rows } = chosenTable(importer, choice);
  const marks = readMarks(rows, headings, choice);
  if (marks.length > MARK_LIMITS.marks) throw new DomainError('INVALID', { why: 'tooManyMarks' });
  return { draft, marks };
}

/** Each status of the list once, the most frequent first. */
function statusesIn(db: Db, marks: readonly ReadMark[]) {
  const known = activeStatuses(db);
  const typed = marks.filter(({ mark }) => mark.status !== '');
  return [...Map.groupBy(typed, ({ mark }) => statusKey(mark.status)).values()]
    .map((same) => ({ text: same[0]?.mark.status ?? '', marks: same.length }))
    .toSorted((a, b) => b.marks - a.marks)
    .map((one) => ({ ...one, meant: matchStatus(one.text, known) }));
}

/**
 * What has to be asked about a list of marks.
 * @throws DomainError NOT_FOUND once another file was opened, INVALID `tooManyMarks`
 */
export function lookAtMarks(importer: Importer, choice: ListChoice): MarksFacts {
  const { headings, rows } = chosenTable(importer, choice);
  const today = momentOf(importer.platform).day;
  const dayOrder = findDayOrder(typedDays(rows, headings, choice.fields), today);
  const { marks } = chosenMarks(importer, { ...choice, dayOrder: 'dayFirst' });
  const statuses = statusesIn(importer.db, marks);
  return {
    marks: marks.length,
    dayOrder,
    statuses: statuses.slice(0, MARK_LIMITS.statuses),
    moreStatuses: Math.max(0, statuses.length - MARK_LIMITS.statuses),
    withoutTime: marks.filter(({ mark }) => mark.minutes === null).length,
    withoutSubject: marks.filter(({ mark }) => mark.subject === '').length,
  };
}

/** The days that a list names; null: none. */
function daysOf(marks: readonly ReadMark[]): DayRange | null {
  const days = marks.flatMap(({ mark }) => (mark.day === '' ? [] : mark.day)).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

function ruleOf(
  { platform }: Importer,
  choice: MarksChoice,
): MarksRule & { existing: ExistingMarks } {
  return {
    codes: new Map(choice.statuses.map(({ text, code }) => [statusKey(text), code])),
    subjectId: choice.subjectId,
    minutes: choice.minutes,
    existing: choice.existing,
    now: platform.now(),
    utcOffsetMinutes: platform.utcOffsetMinutes,
  };
}

/** @throws DomainError INVALID for a status or a subject that is not in use */
function assertKnown({ statuses, subjectId }: MarksChoice, known: KnownRegisters): void {
  const codes = new Set(known.statuses.map(({ code }) => code));
  if (statuses.some(({ code }) => code !== null && !codes.has(code))) {
    throw new DomainError('INVALID', { field: 'code', why: 'noSuchStatus' });
  }
  if (subjectId !== null && !known.subjectNames.has(subjectId)) {
    throw new DomainError('NOT_FOUND', { what: 'subject' });
  }
}

function planOf(db: Db, importer: Importer, choice: MarksChoice, marks: readonly ReadMark[]) {
  const known = knownRegisters(db, daysOf(marks));
  assertKnown(choice, known);
  const planned: PlannedMark[] = planMarks(db, marks, known, ruleOf(importer, choice));
  return { known, planned };
}

/**
 * The dry run.
 * @throws DomainError NOT_FOUND once another file was opened, INVALID `tooManyMarks`
 */
export function planForMarks(importer: Importer, choice: MarksChoice): MarksPlan {
  const { marks } = chosenMarks(importer, choice);
  const { known, planned } = planOf(importer.db, importer, choice, marks);
  return shownMarks(planned, known);
}

/** @throws DomainError as `planForMarks` and `applyMarks` */
export function importMarks(
  importer: Importer,
  { expected, ...choice }: MarksChoice & { expected: MarkCounts },
): ImportDone {
  const { draft, marks } = chosenMarks(importer, choice);
  const plan = (tx: Db) => planOf(tx, importer, choice, marks).planned;
  return applyMarks(importer, { plan, rows: marks }, { expected, fileName: draft.fileName });
}
