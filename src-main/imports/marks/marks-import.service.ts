import { type DayRange, nameSchema } from '#shared/contract/base.ts';
import type {
  ImportProgress,
  LostZeros,
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
import type { Db } from '../../db/database.ts';
import { momentOf } from '../../people/school-day.ts';
import { listSubjects } from '../../people/subjects.queries.ts';
import { comparisonKey } from '../../people/text-keys.ts';
import { activeStatuses } from '../../register/statuses.queries.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { inSlices } from '../../slices.ts';
import { type Draft, requireDraft, requireTable } from '../drafts.ts';
import type { Importer } from '../importer.ts';
import { asListed, byNumberWithoutZeros, subjectsToMake, withoutZeros } from '../listed-names.ts';
import { inTurn } from '../writing/finish-imports.ts';
import type { ImportTurn } from '../writing/import-turn.ts';
import { applyMarks } from './apply-marks.ts';
import { type KnownRegisters, knownRegisters } from './known-registers.ts';
import type { MarksRule } from './place-marks.ts';
import { type ExistingMarks, type PlannedMark, planMarks, shownMarks } from './plan-marks.ts';

/** Rows read between two looks at the clock: each may hold a mark for every lesson of a year. */
const ROWS_AT_ONCE = 10;

type ListChoice = Pick<MarksChoice, 'draftId' | 'sheet' | 'headingRow' | 'fields'>;

function chosenTable({ connection }: Importer, choice: ListChoice) {
  const draft: Draft = requireDraft(connection, choice.draftId, 'marks');
  const table = requireTable(draft, choice.sheet);
  const headings = table.rows.find(({ line }) => line === choice.headingRow);
  return { draft, headings, rows: dataRows(table, choice.headingRow) };
}

/** Read in slices between other work. @throws DomainError INVALID `tooManyMarks` */
async function chosenMarks(importer: Importer, choice: ListChoice & Pick<MarksChoice, 'dayOrder'>) {
  const { draft, headings, rows } = chosenTable(importer, choice);
  const pace = inSlices();
  const marks: ReadMark[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    marks.push(...readMarks(rows.slice(from, from + ROWS_AT_ONCE), headings, choice));
    await pace();
  }
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

/** Each subject of the list that is not in use once, the most frequent first. */
function unknownSubjects(db: Db, marks: readonly ReadMark[]) {
  const known = new Set(
    listSubjects(db, { includeArchived: false }).map(({ name }) => comparisonKey(name)),
  );
  const named = Map.groupBy(marks, ({ mark }) => comparisonKey(mark.subject));
  const unknown = [...named]
    .filter(([key, [first]]) => {
      const fits = nameSchema.safeParse(first?.mark.subject).success;
      return key !== '' && !known.has(key) && fits;
    })
    .map(([, same]) => ({ text: same[0]?.mark.subject ?? '', marks: same.length }))
    .toSorted((a, b) => b.marks - a.marks);
  return {
    subjects: unknown.slice(0, MARK_LIMITS.subjects),
    moreSubjects: Math.max(0, unknown.length - MARK_LIMITS.subjects),
  };
}

/** Marks of nobody known whose number fits one student if zeros in front do not count. */
function lostZeros(db: Db, marks: readonly ReadMark[]): LostZeros | null {
  const { students, findStudent } = knownRegisters(db, null);
  const loose = byNumberWithoutZeros(students.values(), (one) => one.studentNumber);
  const fitting = marks.flatMap(({ mark: { studentNumber: listed } }) => {
    const student = findStudent(listed) ? undefined : loose.get(withoutZeros(listed));
    return student ? { listed, student } : [];
  });
  const [first] = fitting;
  if (!first) return null;
  const { studentNumber, fullName } = first.student;
  return { rows: fitting.length, listed: first.listed, studentNumber, fullName };
}

/**
 * What has to be asked about a list of marks.
 * @throws DomainError NOT_FOUND once another file was opened, INVALID `tooManyMarks`
 */
export async function lookAtMarks(importer: Importer, choice: ListChoice): Promise<MarksFacts> {
  const { headings, rows } = chosenTable(importer, choice);
  const today = momentOf(importer.platform).day;
  const dayOrder = findDayOrder(typedDays(rows, headings, choice.fields), today);
  const { marks } = await chosenMarks(importer, { ...choice, dayOrder: 'dayFirst' });
  const statuses = statusesIn(importer.db, marks);
  return {
    marks: marks.length,
    dayOrder,
    statuses: statuses.slice(0, MARK_LIMITS.statuses),
    moreStatuses: Math.max(0, statuses.length - MARK_LIMITS.statuses),
    ...unknownSubjects(importer.db, marks),
    zeros: lostZeros(importer.db, marks),
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

async function planOf(importer: Importer, choice: MarksChoice, marks: readonly ReadMark[]) {
  const { db } = importer;
  const there = knownRegisters(db, daysOf(marks));
  assertKnown(choice, there);
  const known = asListed(there, choice);
  const planned: PlannedMark[] = await planMarks(db, marks, known, ruleOf(importer, choice));
  return { known, planned };
}

/**
 * The dry run.
 * @throws DomainError NOT_FOUND once another file was opened, INVALID `tooManyMarks`
 */
export async function planForMarks(importer: Importer, choice: MarksChoice): Promise<MarksPlan> {
  const { marks } = await chosenMarks(importer, choice);
  const { known, planned } = await planOf(importer, choice, marks);
  return shownMarks(planned, known);
}

async function* planAndApply(
  importer: Importer,
  { expected, ...choice }: MarksChoice & { expected: MarkCounts },
  stops: { turn: ImportTurn; signal: AbortSignal },
): AsyncGenerator<ImportProgress, void, void> {
  yield { kind: 'working', doing: 'comparing', done: 0, total: 1 };
  const { draft, marks } = await chosenMarks(importer, choice);
  const { planned } = await planOf(importer, choice, marks);
  const facts = { expected, fileName: draft.fileName };
  const subjects = subjectsToMake(choice);
  yield* applyMarks(importer, { planned, rows: marks, subjects }, facts, stops);
}

/**
 * Plans once more and writes what the plan says; see `runImport`.
 * @throws DomainError as `planForMarks` and `applyMarks`, and CONFLICT `importRunning`
 */
export function importMarks(
  importer: Importer,
  input: MarksChoice & { expected: MarkCounts },
  signal: AbortSignal = new AbortController().signal,
): AsyncGenerator<ImportProgress, void, void> {
  return inTurn(importer, (turn) => planAndApply(importer, input, { turn, signal }));
}
