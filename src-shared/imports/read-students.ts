import { nameSchema, studentNumberSchema } from '../contract/base.ts';
import { type GuardianRelation, readPhone, readRelation } from '../people/guardian.ts';
import type { ImportField, StudentField } from './import-field.ts';
import { type DayOrder, dayOrderOf, readDay } from './read-day.ts';
import type { RowNote, RowProblem } from './row-verdict.ts';
import { cellOf, FORMULA_ERROR, type TableRow } from './table.ts';
import { emailOf } from './text-checks.ts';

export interface ListedGuardian {
  name: string;
  relation: GuardianRelation;
  /** E.164. */
  phone: string | null;
  email: string | null;
}

/** A student as a row of the list has it. */
export interface ListedStudent {
  studentNumber: string;
  fullName: string;
  /** '' where neither the row nor the choice for all says it. */
  className: string;
  email: string | null;
  /** YYYY-MM-DD. */
  joinedOn: string | null;
  guardians: ListedGuardian[];
}

export interface ReadRow {
  line: number;
  /** What the row says as far as it can be read; complete when there is no problem. */
  student: ListedStudent;
  problem: RowProblem | null;
  /** What was left out of it, and why. */
  notes: RowNote[];
}

export interface StudentListOptions {
  /** What each column means, by its index. */
  fields: readonly (ImportField | null)[];
  /** The class of rows that name none; null: such rows are a problem. */
  className: string | null;
  /** ISO 3166-1 alpha-2: where telephone numbers without a country code are; null: unknown. */
  country: string | null;
}

type Cells = (field: StudentField) => string;

function cellsOf(row: TableRow, fields: StudentListOptions['fields']): Cells {
  const columns = new Map(fields.map((field, column) => [field, column]));
  return (field) => cellOf(row, columns.get(field));
}

/** "8" and "B" are 8B; "Class 8" and "Rose" are Class 8 Rose. */
function joinedClass(className: string, section: string): string {
  if (className === '' || section === '') return className;
  const short = /\d$/.test(className) && section.length === 1;
  return short ? `${className}${section}` : `${className} ${section}`;
}

function nameOf(cells: Cells): string {
  return cells('fullName') || [cells('firstName'), cells('lastName')].filter(Boolean).join(' ');
}

const PEOPLE = [
  { prefix: 'guardian', relation: null },
  { prefix: 'mother', relation: 'mother' },
  { prefix: 'father', relation: 'father' },
] as const;

function guardianOf(
  cells: Cells,
  { prefix, relation }: (typeof PEOPLE)[number],
  country: string | null,
): { guardian: ListedGuardian | null; notes: RowNote[] } {
  const name = cells(`${prefix}Name`);
  const typed = { phone: cells(`${prefix}Phone`), email: cells(`${prefix}Email`) };
  if (name === '' && typed.phone === '' && typed.email === '') return { guardian: null, notes: [] };
  const phone = typed.phone === '' ? null : readPhone(typed.phone, country);
  const email = typed.email === '' ? null : emailOf(typed.email);
  const notes: RowNote[] = [];
  if (typed.phone !== '' && phone === null) notes.push({ why: 'phone', value: typed.phone });
  if (typed.email !== '' && email === null) notes.push({ why: 'email', value: typed.email });
  const called = name || phone || email || '';
  if (!nameSchema.safeParse(called).success) {
    if (name !== '') notes.push({ why: 'guardian', value: name.slice(0, 60) });
    return { guardian: null, notes };
  }
  const known = relation ?? readRelation(cells('guardianRelation'));
  return { guardian: { name: called, relation: known, phone, email }, notes };
}

function textProblem(field: StudentField, text: string, longest: number): RowProblem | null {
  if (FORMULA_ERROR.test(text)) return { why: 'formulaError', field, value: text };
  if (text.length > longest) return { why: 'tooLong', field, value: `${text.slice(0, 40)}…` };
  if (/\p{Cc}/u.test(text)) return { why: 'badCharacters', field, value: '' };
  return null;
}

/** Why this row cannot be a student, whoever is in the register already; null: it can. */
function problemOf(student: ListedStudent): RowProblem | null {
  const { studentNumber, fullName, className } = student;
  if (studentNumber === '') return { why: 'missing', field: 'studentNumber', value: '' };
  if (fullName === '') return { why: 'missing', field: 'fullName', value: '' };
  const found =
    textProblem('studentNumber', studentNumber, 40) ??
    textProblem('fullName', fullName, 120) ??
    textProblem('className', className, 120);
  if (found) return found;
  const fits =
    studentNumberSchema.safeParse(studentNumber).success && nameSchema.safeParse(fullName).success;
  return fits ? null : { why: 'badCharacters', field: 'fullName', value: '' };
}

function readRow(row: TableRow, options: StudentListOptions, order: DayOrder): ReadRow {
  const cells = cellsOf(row, options.fields);
  const typed = { email: cells('email'), joinedOn: cells('joinedOn') };
  const people = PEOPLE.map((person) => guardianOf(cells, person, options.country));
  const student: ListedStudent = {
    studentNumber: cells('studentNumber'),
    fullName: nameOf(cells),
    className: joinedClass(cells('className'), cells('section')) || options.className || '',
    email: emailOf(typed.email),
    joinedOn: readDay(typed.joinedOn, order),
    guardians: people.flatMap(({ guardian }) => guardian ?? []),
  };
  const notes = people.flatMap((person) => person.notes);
  if (typed.email !== '' && !student.email) notes.push({ why: 'email', value: typed.email });
  if (typed.joinedOn !== '' && !student.joinedOn) {
    notes.push({ why: 'day', value: typed.joinedOn });
  }
  return { line: row.line, student, problem: problemOf(student), notes };
}

/** Every row of a list of students, with what is wrong with it in itself. */
export function readStudents(rows: readonly TableRow[], options: StudentListOptions): ReadRow[] {
  const dayColumn = options.fields.indexOf('joinedOn');
  const days = dayColumn < 0 ? [] : rows.map((row) => cellOf(row, dayColumn));
  const order = dayOrderOf(days);
  return rows.map((row) => readRow(row, options, order));
}
