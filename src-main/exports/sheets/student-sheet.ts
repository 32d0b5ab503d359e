import type { Student } from '#shared/contract/people.contract.ts';
import { fill, type Words } from '#shared/words/words.ts';
import type { Db } from '../../db/database.ts';
import { readConsents } from '../../enrolment/consents.service.ts';
import { readTemplates } from '../../enrolment/templates.service.ts';
import { listGuardians } from '../../people/guardians.queries.ts';
import type { ExportPlan } from '../export-plan.ts';
import { exportFileName } from '../file-name.ts';
import {
  absencesOf,
  activityOf,
  countLookAlikes,
  eventsOf,
  type Fact,
  guestsWhoWere,
  membershipsOf,
} from '../student-data.queries.ts';
import type { ToWorkbookWorker } from '../writers/workbook-message.ts';
import { localClock, localDay } from './local-time.ts';
import { type Cell, count, text } from './sheet.ts';

/** Who asks for the data of whom, when. */
export interface StudentExport {
  student: Student;
  school: string;
  words: Words;
  madeBy: string;
  /** Milliseconds since the epoch, and minutes that the school is ahead of UTC. */
  madeAt: number;
  utcOffsetMinutes: number;
}

interface Table {
  name: string;
  columns: readonly string[];
  rows: Cell[][];
}

const WIDTH = 24;
const WIDE = 80;

function instant(at: number | null, offset: number): Cell {
  return text(at === null ? '' : `${localDay(at, offset)} ${localClock(at, offset)}`);
}

function cellOf(fact: Fact, offset: number): Cell {
  if (fact === null) return text('');
  if (typeof fact === 'string') return text(fact);
  if (typeof fact === 'number') return count(fact);
  return instant(fact.at, offset);
}

function aboutRows(db: Db, about: StudentExport): Cell[][] {
  const { student, words, school, madeBy, madeAt, utcOffsetMinutes } = about;
  const { facts, vectors, noVectors, lookAlikes } = words.privacy.sheet;
  const templates = readTemplates(db, student.id);
  const models = [...new Set(templates.map(({ modelId }) => modelId))].join(', ');
  const faces =
    templates.length === 0 ? noVectors : fill(vectors, { count: templates.length, models });
  return [
    [text(facts.school), text(school)],
    [text(facts.studentNumber), text(student.studentNumber)],
    [text(facts.name), text(student.fullName)],
    [text(facts.class), text(student.className)],
    [text(facts.email), text(student.email ?? '')],
    [text(facts.archivedAt), instant(student.archivedAt, utcOffsetMinutes)],
    [text(facts.faces), text(faces)],
    [text(facts.lookAlikes), text(fill(lookAlikes, { count: countLookAlikes(db, student.id) }))],
    [text(facts.madeBy), text(madeBy)],
    [text(facts.madeAt), instant(madeAt, utcOffsetMinutes)],
  ];
}

function tablesOf(db: Db, { student: { id }, words, utcOffsetMinutes }: StudentExport): Table[] {
  const { names, columns } = words.privacy.sheet;
  const table = (what: keyof typeof columns, facts: readonly Fact[][]): Table => ({
    name: names[what],
    columns: columns[what],
    rows: facts.map((row) => row.map((fact) => cellOf(fact, utcOffsetMinutes))),
  });
  const consents = readConsents(db, id).map((one): Fact[] => [
    one.givenBy,
    one.relation,
    one.method,
    one.textVersion,
    { at: one.givenAt },
    one.recordedBy,
    { at: one.withdrawnAt },
  ]);
  const faces = readTemplates(db, id).map((one): Fact[] => [
    one.modelId,
    one.pose,
    one.quality,
    one.source,
    { at: one.createdAt },
  ]);
  const guardians = listGuardians(db, id).map((one): Fact[] => [
    one.name,
    one.relation,
    one.phone,
    one.email,
  ]);
  return [
    table('guardians', guardians),
    table('classes', membershipsOf(db, id)),
    table('consents', consents),
    table('faces', faces),
    table('marks', eventsOf(db, id)),
    table('absences', absencesOf(db, id)),
    table('guests', guestsWhoWere(db, id)),
    table('activity', activityOf(db, id)),
  ];
}

function* sheetOf({ name, columns, rows }: Table): Generator<ToWorkbookWorker> {
  const widths = columns.map(() => WIDTH);
  const frozen = { rows: 1, columns: 0 };
  yield { kind: 'sheet', head: { name, widths, frozen, filterRow: 0 } };
  yield { kind: 'head', rows: [columns.map(text)] };
  yield { kind: 'rows', rows };
}

/**
 * Everything that is stored about one student, for the student or the parents: a sheet of facts,
 * then one for each kind of record. Of face templates the facts, never the vectors, which are of
 * no use to people and of use to impostors.
 */
export function studentExport(db: Db, about: StudentExport): ExportPlan {
  const { student, words } = about;
  const { names, fileName } = words.privacy.sheet;
  const tables = tablesOf(db, about);
  const facts = aboutRows(db, about);
  return {
    fileName: exportFileName([student.studentNumber, fileName], 'xlsx'),
    total: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    detail: { what: 'everything', format: 'xlsx' },
    studentId: student.id,
    async *messages() {
      const frozen = { rows: 0, columns: 0 };
      const head = { name: names.student, widths: [WIDTH, WIDE], frozen, filterRow: null };
      yield { kind: 'sheet', head };
      yield { kind: 'head', rows: facts };
      for (const table of tables) yield* sheetOf(table);
    },
  };
}
