import type { MarkCounts, MarksPlan } from '#shared/contract/imports.contract.ts';
import type { MarkProblem, MarkVerdict } from '#shared/imports/mark-verdict.ts';
import type { ReadMark } from '#shared/imports/read-marks.ts';
import { belongsOn } from '#shared/people/membership-spans.ts';
import { cellKey } from '#shared/register/fold.ts';
import type { Db } from '../../db/database.ts';
import { comparisonKey } from '../../people/text-keys.ts';
import { inSlices } from '../../slices.ts';
import {
  type KnownRegisters,
  type MarkInForce,
  marksInForce,
  rosterCells,
} from './known-registers.ts';
import { type MarksRule, type PlacedMark, placeMark, type Target } from './place-marks.ts';

export interface PlannedMark {
  row: ReadMark;
  placed: PlacedMark | null;
  /** The mark that is there. */
  there: MarkInForce | null;
  verdict: MarkVerdict;
}

/** What becomes of marks that are there, made by a face or by hand. */
export type ExistingMarks = 'keep' | 'replace';

/** Equal for marks of one register. */
export const targetKey = (target: Target) =>
  target.kind === 'existing' ? target.session.id : target.key;

const isPlaced = (found: PlacedMark | MarkProblem | null): found is PlacedMark =>
  found !== null && 'target' in found;

/** What is there of the registers that the list names. */
interface There {
  rosters: ReadonlySet<string>;
  marks: ReadonlyMap<string, MarkInForce>;
}

function readThere(db: Db, placed: readonly PlacedMark[]): There {
  const ids = new Set<string>();
  for (const { target } of placed) if (target.kind === 'existing') ids.add(target.session.id);
  return { rosters: rosterCells(db, [...ids]), marks: marksInForce(db, [...ids]) };
}

function isOnRoster({ student, target, classId }: PlacedMark, day: string, there: There) {
  return target.kind === 'existing'
    ? there.rosters.has(cellKey({ sessionId: target.session.id, studentId: student.id }))
    : belongsOn(student.spans, classId, day);
}

function besideMark(
  { code }: PlacedMark,
  mark: MarkInForce | null,
  existing: ExistingMarks,
): MarkVerdict {
  if (mark === null) return { kind: 'new' };
  if (mark.code === code) return { kind: 'unchanged' };
  const gives = existing === 'replace' || !mark.isSettled;
  return gives ? { kind: 'changed', from: mark.code } : { kind: 'kept', there: mark.code };
}

/** Says what each placed mark comes to; of marks of one cell the first counts. */
class Judge {
  readonly #there: There;
  readonly #existing: ExistingMarks;
  readonly #lines = new Map<string, number>();

  constructor(there: There, existing: ExistingMarks) {
    this.#there = there;
    this.#existing = existing;
  }

  judge(row: ReadMark, placed: PlacedMark): PlannedMark {
    const { student, target } = placed;
    const key = cellKey({ sessionId: targetKey(target), studentId: student.id });
    const sameAs = this.#lines.get(key);
    const there = this.#there.marks.get(key) ?? null;
    const refuse = (why: MarkProblem['why'], value: string): PlannedMark => {
      return { row, placed, there, verdict: { kind: 'problem', problem: { why, value } } };
    };
    if (!isOnRoster(placed, row.mark.day, this.#there)) {
      return refuse('notOnRoster', student.fullName);
    }
    if (sameAs !== undefined) return refuse('duplicate', String(sameAs));
    this.#lines.set(key, row.line);
    return { row, placed, there, verdict: besideMark(placed, there, this.#existing) };
  }
}

function unplaced(row: ReadMark, problem: MarkProblem | null): PlannedMark {
  const verdict: MarkVerdict =
    problem === null ? { kind: 'skipped' } : { kind: 'problem', problem };
  return { row, placed: null, there: null, verdict };
}

/** What each mark of a list would do to the register, found in slices between other work; writes nothing. */
export async function planMarks(
  db: Db,
  rows: readonly ReadMark[],
  known: KnownRegisters,
  { existing, ...rule }: MarksRule & { existing: ExistingMarks },
): Promise<PlannedMark[]> {
  const pace = inSlices();
  const found: { row: ReadMark; placed: ReturnType<typeof placeMark> }[] = [];
  for (const row of rows) {
    found.push({ row, placed: placeMark(row, known, rule) });
    await pace();
  }
  const placed = found.flatMap(({ placed: one }) => (isPlaced(one) ? one : []));
  const judge = new Judge(readThere(db, placed), existing);
  const planned: PlannedMark[] = [];
  for (const { row, placed: one } of found) {
    planned.push(isPlaced(one) ? judge.judge(row, one) : unplaced(row, one));
    await pace();
  }
  return planned;
}

export function countMarks(planned: readonly PlannedMark[]): MarkCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, kept: 0, skipped: 0, problem: 0 };
  for (const { verdict } of planned) counts[verdict.kind] += 1;
  return counts;
}

/** The marks to be written, each with where it goes. */
export function takenMarks(planned: readonly PlannedMark[]) {
  return planned.flatMap(({ row, placed, there, verdict }) =>
    placed && (verdict.kind === 'new' || verdict.kind === 'changed') ? { row, placed, there } : [],
  );
}

/** How many registers would be made, and into how many others something would be written. */
export function countRegisters(planned: readonly PlannedMark[]): MarksPlan['registers'] {
  const made = new Set<string>();
  const used = new Set<string>();
  for (const { placed } of takenMarks(planned)) {
    const { target } = placed;
    (target.kind === 'new' ? made : used).add(targetKey(target));
  }
  return { made: made.size, used: used.size };
}

/** What a mark is called on the screen, as far as the register knows it. */
function namesOf({ row: { mark }, placed }: PlannedMark, known: KnownRegisters) {
  if (placed === null) {
    const student = known.findStudent(mark.studentNumber);
    return {
      studentNumber: mark.studentNumber.slice(0, 60),
      listedNumber: null,
      fullName: student?.fullName ?? '',
      className: mark.className.slice(0, 60),
      subjectName: mark.subject.slice(0, 60),
      status: mark.status.slice(0, 40),
    };
  }
  const { student, target, classId, code } = placed;
  const subjectName =
    target.kind === 'existing'
      ? target.session.subjectName
      : (known.subjectNames.get(target.subjectId) ?? '');
  const isSame = comparisonKey(mark.studentNumber) === comparisonKey(student.studentNumber);
  return {
    studentNumber: student.studentNumber,
    listedNumber: isSame ? null : mark.studentNumber,
    fullName: student.fullName,
    className: known.classNames.get(classId) ?? '',
    subjectName,
    status: code,
  };
}

/** The plan as the screen shows it. */
export function shownMarks(planned: readonly PlannedMark[], known: KnownRegisters): MarksPlan {
  return {
    counts: countMarks(planned),
    registers: countRegisters(planned),
    rows: planned.map((one) => {
      const { row, verdict } = one;
      const { day, minutes } = row.mark;
      const { line, column } = row;
      return { line, column, ...namesOf(one, known), day: day || null, minutes, verdict };
    }),
  };
}
