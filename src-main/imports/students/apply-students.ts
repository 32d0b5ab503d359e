import type { ImportProgress, StudentCounts } from '#shared/contract/imports.contract.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import type { Db } from '../../db/database.ts';
import { newId } from '../../db/new-id.ts';
import { classMemberships, guardians, students } from '../../db/schema/index.ts';
import { createClass } from '../../people/classes.service.ts';
import { dayAt } from '../../people/school-day.ts';
import { searchKey } from '../../people/text-keys.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { settlePhoneCountry } from '../../settings/settings.service.ts';
import { impersonalFileName } from '../impersonal-file-name.ts';
import type { Importer } from '../importer.ts';
import { type ImportChange, inBatches } from '../imports.queries.ts';
import type { ImportTurn } from '../writing/import-turn.ts';
import { runImport } from '../writing/run-import.ts';
import { classFinder, isNumberTaken, type KnownStudent, knownStudents } from './known-students.ts';
import { classesToMake, countVerdicts, isTaken, type PlannedRow } from './plan-students.ts';
import { setStudent } from './set-student.ts';
import { type StudentSnapshot, snapshotText } from './student-snapshot.ts';

interface Moment {
  importId: string;
  now: number;
  /** The day it is at the school. */
  day: string;
}

/** A row to be taken over, with the class it goes into. */
type Placed = PlannedRow & { classId: string };

/** What is written one after the other: first the classes that are needed. */
type Item = { kind: 'class'; name: string } | { kind: 'student'; row: PlannedRow };

function makeClasses(tx: Db, names: readonly string[], moment: Moment): ImportChange[] {
  return names.map((name) => {
    const { id } = createClass(tx, { name, lateAfterMinutes: null, teacherIds: [] }, moment);
    return {
      importId: moment.importId,
      what: 'class',
      subjectId: id,
      before: null,
      after: JSON.stringify({ name }),
    };
  });
}

/**
 * Rows with the class they go into, which is there by now. What was planned may be some seconds old.
 * @throws DomainError CONFLICT `plan` where a class is not there or a student was changed since
 */
function placed(tx: Db, rows: readonly PlannedRow[]): Placed[] {
  const findClass = classFinder(tx);
  const now = knownStudents(
    tx,
    rows.flatMap(({ known }) => known?.id ?? []),
  );
  return rows.map((row) => {
    const classId = row.classId ?? findClass(row.student.className)?.id;
    const known = row.known && now.get(row.known.id);
    const isAsPlanned = row.known === null || (known && isSame(known, row.known));
    if (!classId || !isAsPlanned) throw new DomainError('CONFLICT', { what: 'plan' });
    return { ...row, classId };
  });
}

function isSame(a: KnownStudent, b: KnownStudent): boolean {
  return a.archivedAt === b.archivedAt && snapshotText(a) === snapshotText(b);
}

function afterOf({ student, known, classId, guardians: all }: Placed): StudentSnapshot {
  const email = student.email ?? known?.email ?? null;
  return { fullName: student.fullName, classId, email, guardians: all };
}

function insertGuardians(tx: Db, of: readonly { id: string; row: Placed }[], now: number): void {
  const rows = of.flatMap(({ id, row }) =>
    row.guardians.map((one) => ({ ...one, id: newId(), studentId: id, createdAt: now })),
  );
  inBatches(rows, (some) => tx.insert(guardians).values(some).run());
}

function insertNew(tx: Db, rows: readonly Placed[], { importId, now, day }: Moment) {
  const made = rows.map((row) => ({ id: newId(), row }));
  inBatches(made, (some) => {
    const values = some.map(({ id, row: { student, classId, numberKey } }) => ({
      id,
      studentNumber: student.studentNumber,
      fullName: student.fullName,
      classId,
      email: student.email,
      numberKey,
      searchKey: searchKey(`${student.fullName} ${student.studentNumber}`),
      createdAt: now,
    }));
    tx.insert(students).values(values).run();
  });
  inBatches(made, (some) => {
    const values = some.map(({ id, row: { student, classId } }) => {
      const joined = student.joinedOn ?? day;
      const fromDay = joined < day ? joined : day;
      return { id: newId(), studentId: id, classId, fromDay, toDay: null };
    });
    tx.insert(classMemberships).values(values).run();
  });
  insertGuardians(tx, made, now);
  return made.map(({ id, row }): ImportChange => {
    const after = snapshotText(afterOf(row));
    return { importId, what: 'student', subjectId: id, before: null, after };
  });
}

function changeKnown(tx: Db, row: Placed, known: KnownStudent, moment: Moment): ImportChange {
  const after = afterOf(row);
  const { id } = known;
  const student = { id, studentNumber: row.student.studentNumber };
  setStudent(tx, student, { before: known, after }, moment);
  return {
    importId: moment.importId,
    what: 'student',
    subjectId: id,
    before: snapshotText(known),
    after: snapshotText(after),
  };
}

function assertAsPlanned(counts: StudentCounts, expected: StudentCounts): void {
  const same = (['new', 'changed', 'unchanged', 'problem'] as const).every(
    (kind) => counts[kind] === expected[kind],
  );
  if (!same) throw new DomainError('CONFLICT', { what: 'plan' });
  if (counts.new + counts.changed === 0) throw new DomainError('INVALID', { why: 'nothingNew' });
}

function writeStudents(tx: Db, rows: readonly PlannedRow[], moment: Moment): ImportChange[] {
  const taken = placed(tx, rows);
  const isNew = (row: Placed) => row.known === null;
  const fresh = taken.filter(isNew);
  assertFree(tx, fresh);
  const changed = taken.flatMap((row) =>
    row.known ? changeKnown(tx, row, row.known, moment) : [],
  );
  return [...insertNew(tx, fresh, moment), ...changed];
}

/** @throws DomainError CONFLICT `plan` where somebody has one of these numbers by now */
function assertFree(tx: Db, rows: readonly Placed[]): void {
  const keys = rows.map(({ numberKey }) => numberKey);
  if (isNumberTaken(tx, keys)) throw new DomainError('CONFLICT', { what: 'plan' });
}

function writePart(tx: Db, part: readonly Item[], moment: Moment): ImportChange[] {
  const names = part.flatMap((item) => (item.kind === 'class' ? item.name : []));
  const rows = part.flatMap((item) => (item.kind === 'student' ? item.row : []));
  return [...makeClasses(tx, names, moment), ...writeStudents(tx, rows, moment)];
}

function noteImport(
  tx: Db,
  { account, platform }: Importer,
  facts: { fileName: string; counts: StudentCounts; classes: number },
): void {
  const { fileName, counts, classes } = facts;
  recordActivity(tx, {
    at: platform.now(),
    kind: 'imported',
    actorId: account.id,
    detail: { what: 'students', file: fileName, ...counts, classes },
  });
}

/**
 * Takes over the rows without a problem.
 * @throws DomainError CONFLICT `plan` when the register is no longer as the plan found it, INVALID
 *   `nothingNew` when there is nothing to take over
 */
export function applyStudents(
  importer: Importer,
  planned: readonly PlannedRow[],
  {
    expected,
    fileName,
    country,
  }: { expected: StudentCounts; fileName: string; country: string | null },
  stops: { turn: ImportTurn; signal: AbortSignal },
): AsyncGenerator<ImportProgress, void, void> {
  const { platform } = importer;
  const now = platform.now();
  const day = dayAt(now, platform.utcOffsetMinutes(now));
  const counts = countVerdicts(planned);
  assertAsPlanned(counts, expected);
  const people = planned.flatMap(({ student }) => [student.fullName, student.studentNumber]);
  const file = impersonalFileName(fileName, people);
  const taken = planned.filter(isTaken);
  const names = classesToMake(planned);
  const items: Item[] = [
    ...names.map((name): Item => ({ kind: 'class', name })),
    ...taken.map((row): Item => ({ kind: 'student', row })),
  ];
  const hasPhones = taken.some((row) => row.student.guardians.some(({ phone }) => phone));
  const finish = (tx: Db) => {
    noteImport(tx, importer, { fileName: file, counts, classes: names.length });
    if (country !== null && hasPhones) settlePhoneCountry(tx, importer, country);
  };
  return runImport<Item>(
    importer,
    {
      kind: 'students',
      fileName: file,
      created: counts.new,
      changed: counts.changed,
      items,
      rowsOf: () => 1,
      write: (tx, importId, part) => writePart(tx, part, { importId, now, day }),
      finish,
    },
    stops,
  );
}
