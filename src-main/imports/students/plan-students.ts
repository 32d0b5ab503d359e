import type {
  LostZeros,
  StudentChange,
  StudentCounts,
  StudentsPlan,
  StudentVerdict,
} from '#shared/contract/imports.contract.ts';
import type { ListedGuardian, ListedStudent, ReadRow } from '#shared/imports/read-students.ts';
import type { RowProblem } from '#shared/imports/row-verdict.ts';
import { comparisonKey } from '../../people/text-keys.ts';
import { inSlices } from '../../slices.ts';
import { byNumberWithoutZeros, withoutZeros } from '../listed-names.ts';
import { classKey, type KnownPeople, type KnownStudent } from './known-students.ts';

export interface PlannedRow extends ReadRow {
  /** The number in the list where the student has it with other zeros in front. */
  listedNumber: string | null;
  numberKey: string;
  /** The student with that number. */
  known: KnownStudent | null;
  /** The class the student will be in; null: it is yet to be made. */
  classId: string | null;
  /** What the student will have: guardians are added and completed, never taken away. */
  guardians: ListedGuardian[];
  verdict: StudentVerdict;
}

function sameGuardian(a: ListedGuardian, b: ListedGuardian): boolean {
  const sameName = comparisonKey(a.name) === comparisonKey(b.name);
  return sameName || (a.phone !== null && a.phone === b.phone && a.relation === b.relation);
}

/** What is listed laid over what is known; an empty cell takes nothing away. */
function mergedGuardian(known: ListedGuardian, listed: ListedGuardian): ListedGuardian {
  // "Guardian" is also what is taken for a relation that the list does not name.
  const relation = listed.relation === 'guardian' ? known.relation : listed.relation;
  return {
    name: listed.name,
    relation,
    phone: listed.phone ?? known.phone,
    email: listed.email ?? known.email,
  };
}

function mergedGuardians(
  known: readonly ListedGuardian[],
  listed: readonly ListedGuardian[],
): ListedGuardian[] {
  const merged = [...known];
  for (const one of listed) {
    const at = merged.findIndex((other) => sameGuardian(other, one));
    const before = merged[at];
    if (before) merged[at] = mergedGuardian(before, one);
    else merged.push(one);
  }
  return merged;
}

const guardianText = ({ name, phone, email }: ListedGuardian) =>
  [name, phone, email].filter((part) => part !== null).join(', ');

function guardianChanges(
  before: readonly ListedGuardian[],
  after: readonly ListedGuardian[],
): StudentChange[] {
  return after.flatMap((one, index) => {
    const was = before[index];
    if (was && JSON.stringify(was) === JSON.stringify(one)) return [];
    return { what: 'guardian', from: was ? guardianText(was) : '', to: guardianText(one) };
  });
}

function changesOf(
  known: KnownStudent,
  { student: listed, classId }: { student: ListedStudent; classId: string | null },
  guardians: readonly ListedGuardian[],
): StudentChange[] {
  const changes: StudentChange[] = [];
  if (listed.fullName !== known.fullName) {
    changes.push({ what: 'fullName', from: known.fullName, to: listed.fullName });
  }
  if (classId !== known.classId)
    changes.push({ what: 'className', from: known.className, to: listed.className });
  if (listed.email !== null && listed.email !== known.email) {
    changes.push({ what: 'email', from: known.email ?? '', to: listed.email });
  }
  return [...changes, ...guardianChanges(known.guardians, guardians)];
}

/** What keeps a row, that is right in itself, from being taken over. */
function clash(row: ReadRow, known: KnownStudent | null, sameAs: number | null): RowProblem | null {
  const field = 'studentNumber';
  if (row.problem) return row.problem;
  if (sameAs !== null) return { why: 'duplicateNumber', field, value: String(sameAs) };
  if (known && known.archivedAt !== null) return { why: 'archived', field, value: known.fullName };
  if (!known && row.student.className === '') {
    return { why: 'missing', field: 'className', value: '' };
  }
  return null;
}

type Unjudged = Omit<PlannedRow, 'verdict'>;

function verdictOf(row: Unjudged, sameAs: number | null): StudentVerdict {
  const { known, guardians } = row;
  const problem = clash(row, known, sameAs);
  if (problem) return { kind: 'problem', problem };
  if (!known) return { kind: 'new' };
  const changes = changesOf(known, row, guardians);
  return changes.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', changes };
}

type FindStudent = (number: string) => (KnownStudent & { numberKey: string }) | null;

/** The student whom nobody but zeros in front sets apart from this number, and who has another. */
function looseFinder(people: KnownPeople): FindStudent {
  const loose = byNumberWithoutZeros(people.students.values(), (one) => one.studentNumber);
  return (number) => {
    const isKnown = number === '' || people.students.has(comparisonKey(number));
    return isKnown ? null : (loose.get(withoutZeros(number)) ?? null);
  };
}

/** The row beside what the register has; a row that names no class leaves it as it is. */
function besideKnown(row: ReadRow, people: KnownPeople, findLoosely: FindStudent | null): Unjudged {
  const listed = row.student.studentNumber;
  const exact = people.students.get(comparisonKey(listed)) ?? null;
  const known = exact ?? findLoosely?.(listed) ?? null;
  const studentNumber = exact ? listed : (known?.studentNumber ?? listed);
  const numberKey = known?.numberKey ?? comparisonKey(listed);
  const named = row.student.className;
  const found = named === '' ? null : people.findClass(named);
  const kept = named === '' ? known : null;
  const student = {
    ...row.student,
    studentNumber,
    className: found?.name ?? kept?.className ?? named,
  };
  const guardians = mergedGuardians(known?.guardians ?? [], student.guardians);
  const classId = found?.id ?? kept?.classId ?? null;
  const listedNumber = studentNumber === listed ? null : listed;
  return { ...row, student, listedNumber, numberKey, known, classId, guardians };
}

/** What each row would do to the register, found in slices between other work. Of rows with one number the first counts. */
export async function planStudents(
  rows: readonly ReadRow[],
  people: KnownPeople,
  isLoose: boolean,
): Promise<PlannedRow[]> {
  const lines = new Map<string, number>();
  const pace = inSlices();
  const findLoosely = isLoose ? looseFinder(people) : null;
  const planned: PlannedRow[] = [];
  for (const read of rows) {
    const row = besideKnown(read, people, findLoosely);
    const sameAs = row.numberKey === '' ? null : (lines.get(row.numberKey) ?? null);
    if (sameAs === null) lines.set(row.numberKey, row.line);
    planned.push({ ...row, verdict: verdictOf(row, sameAs) });
    await pace();
  }
  return planned;
}

/** Rows of nobody known whose number fits one student if zeros in front do not count. */
export function lostZeros(rows: readonly ReadRow[], people: KnownPeople): LostZeros | null {
  const find = looseFinder(people);
  const fitting = rows.flatMap(({ student: { studentNumber: listed } }) => {
    const student = find(listed);
    return student ? { listed, student } : [];
  });
  const [first] = fitting;
  if (!first) return null;
  const { studentNumber, fullName } = first.student;
  return { rows: fitting.length, listed: first.listed, studentNumber, fullName };
}

export function countVerdicts(planned: readonly PlannedRow[]): StudentCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, problem: 0 };
  for (const { verdict } of planned) counts[verdict.kind] += 1;
  return counts;
}

export function isTaken({ verdict }: Pick<PlannedRow, 'verdict'>): boolean {
  return verdict.kind === 'new' || verdict.kind === 'changed';
}

/** Names of classes that rows to be taken over need and nobody has made yet, each once. */
export function classesToMake(planned: readonly PlannedRow[]): string[] {
  const names = new Map<string, string>();
  for (const row of planned) {
    if (!isTaken(row) || row.classId !== null) continue;
    const key = classKey(row.student.className);
    if (!names.has(key)) names.set(key, row.student.className);
  }
  return [...names.values()];
}

/** The plan as the screen shows it. */
export function shownPlan(planned: readonly PlannedRow[], zeros: LostZeros | null): StudentsPlan {
  return {
    counts: countVerdicts(planned),
    newClasses: classesToMake(planned),
    zeros,
    rows: planned.map(({ line, student, listedNumber, verdict, notes }) => ({
      line,
      listedNumber,
      studentNumber: student.studentNumber.slice(0, 60),
      fullName: student.fullName.slice(0, 140),
      className: student.className.slice(0, 60),
      guardians: student.guardians.length,
      phones: student.guardians.flatMap(({ phone }) => phone ?? []),
      verdict,
      notes,
    })),
  };
}
