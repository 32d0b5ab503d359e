import type { ImportDone, StudentCounts } from '#shared/contract/imports.contract.ts';
import type { ReadRow } from '#shared/imports/read-students.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { classMemberships, guardians, students } from '../db/schema/index.ts';
import { createClass } from '../people/classes.service.ts';
import { deleteGuardiansOf } from '../people/guardians.queries.ts';
import { joinClass } from '../people/memberships.service.ts';
import { dayAt } from '../people/school-day.ts';
import { updateStudent } from '../people/students.queries.ts';
import { searchKey } from '../people/text-keys.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { settlePhoneCountry } from '../settings/settings.service.ts';
import { impersonalFileName } from './impersonal-file-name.ts';
import type { Importer } from './importer.ts';
import {
  findImport,
  forgetOlderChanges,
  type ImportChange,
  inBatches,
  insertChanges,
  insertImport,
  UNDOABLE,
} from './imports.queries.ts';
import { type KnownStudent, knownPeople } from './known-students.ts';
import {
  classesToMake,
  countVerdicts,
  isTaken,
  type PlannedRow,
  planStudents,
} from './plan-students.ts';
import { type StudentSnapshot, snapshotText } from './student-snapshot.ts';

interface Moment {
  importId: string;
  now: number;
  /** The day it is at the school. */
  day: string;
}

/** A row to be taken over, with the class it goes into. */
type Placed = PlannedRow & { classId: string };

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

/** Rows to be taken over; the classes they need have been made. */
function placed(planned: readonly PlannedRow[], tx: Db): Placed[] {
  const { findClass } = knownPeople(tx);
  return planned.filter(isTaken).map((row) => {
    const classId = row.classId ?? findClass(row.student.className)?.id;
    if (!classId) throw new Error('The class of a row to be imported was not made.');
    return { ...row, classId };
  });
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

/** Puts a student into a state; the move to another class counts from that day. */
export function setStudent(
  tx: Db,
  { id, studentNumber }: { id: string; studentNumber: string },
  { before, after }: { before: StudentSnapshot; after: StudentSnapshot },
  { now, day }: Pick<Moment, 'now' | 'day'>,
): void {
  const { fullName, classId, email } = after;
  const key = searchKey(`${fullName} ${studentNumber}`);
  updateStudent(tx, id, { fullName, classId, email, searchKey: key });
  if (before.classId !== classId) joinClass(tx, { studentId: id, classId, day });
  if (JSON.stringify(before.guardians) === JSON.stringify(after.guardians)) return;
  deleteGuardiansOf(tx, id);
  const rows = after.guardians.map((one) => ({
    ...one,
    id: newId(),
    studentId: id,
    createdAt: now,
  }));
  if (rows.length > 0) tx.insert(guardians).values(rows).run();
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

function noteImport(
  tx: Db,
  { account }: Importer,
  { importId, now }: Moment,
  facts: { fileName: string; counts: StudentCounts; classes: number },
): void {
  const { fileName, counts, classes } = facts;
  insertImport(tx, {
    id: importId,
    at: now,
    actorId: account.id,
    kind: 'students',
    fileName,
    created: counts.new,
    changed: counts.changed,
  });
  recordActivity(tx, {
    at: now,
    kind: 'imported',
    actorId: account.id,
    detail: { what: 'students', file: fileName, ...counts, classes },
  });
}

/**
 * Takes over the rows without a problem, all in one transaction.
 * @throws DomainError CONFLICT `plan` when the register is no longer as the plan found it, INVALID
 *   `nothingNew` when there is nothing to take over
 */
export function applyStudents(
  importer: Importer,
  rows: readonly ReadRow[],
  {
    expected,
    fileName,
    country,
  }: { expected: StudentCounts; fileName: string; country: string | null },
): ImportDone {
  const { db, platform } = importer;
  const now = platform.now();
  const moment = { importId: newId(), now, day: dayAt(now, platform.utcOffsetMinutes(now)) };
  return inTransaction(db, (tx) => {
    const planned = planStudents(rows, knownPeople(tx));
    const counts = countVerdicts(planned);
    assertAsPlanned(counts, expected);
    const classes = makeClasses(tx, classesToMake(planned), moment);
    const taken = placed(planned, tx);
    const isNew = (row: Placed) => row.known === null;
    const created = insertNew(tx, taken.filter(isNew), moment);
    const changed = taken.flatMap((row) =>
      row.known ? changeKnown(tx, row, row.known, moment) : [],
    );
    const people = planned.flatMap(({ student }) => [student.fullName, student.studentNumber]);
    const impersonal = impersonalFileName(fileName, people);
    noteImport(tx, importer, moment, { fileName: impersonal, counts, classes: classes.length });
    insertChanges(tx, [...classes, ...created, ...changed]);
    forgetOlderChanges(tx, UNDOABLE);
    const hasPhones = taken.some((row) => row.student.guardians.some(({ phone }) => phone));
    if (country !== null && hasPhones) settlePhoneCountry(tx, importer, country);
    const done = findImport(tx, moment.importId);
    if (!done) throw new Error('The import just written is not there.');
    return done;
  });
}
