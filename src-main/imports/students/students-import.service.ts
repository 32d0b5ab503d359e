import type {
  ImportProgress,
  StudentCounts,
  StudentsChoice,
  StudentsPlan,
} from '#shared/contract/imports.contract.ts';
import { dataRows } from '#shared/imports/find-heading-row.ts';
import { type ReadRow, readStudents } from '#shared/imports/read-students.ts';
import { requireDraft, requireTable } from '../drafts.ts';
import type { Importer } from '../importer.ts';
import { inTurn } from '../writing/finish-imports.ts';
import type { ImportTurn } from '../writing/import-turn.ts';
import { applyStudents } from './apply-students.ts';
import { knownPeople } from './known-students.ts';
import { lostZeros, planStudents, shownPlan } from './plan-students.ts';

function chosenRows({ connection }: Importer, choice: StudentsChoice) {
  const draft = requireDraft(connection, choice.draftId, 'students');
  const table = requireTable(draft, choice.sheet);
  const rows: ReadRow[] = readStudents(dataRows(table, choice.headingRow), choice);
  return { draft, rows };
}

/** The dry run. @throws DomainError NOT_FOUND once another file was opened */
export async function planFor(importer: Importer, choice: StudentsChoice): Promise<StudentsPlan> {
  const { rows } = chosenRows(importer, choice);
  const people = knownPeople(importer.db);
  const planned = await planStudents(rows, people, choice.withoutZeros);
  return shownPlan(planned, lostZeros(rows, people));
}

async function* planAndApply(
  importer: Importer,
  { expected, ...choice }: StudentsChoice & { expected: StudentCounts },
  stops: { turn: ImportTurn; signal: AbortSignal },
): AsyncGenerator<ImportProgress, void, void> {
  yield { kind: 'working', doing: 'comparing', done: 0, total: 1 };
  const { draft, rows } = chosenRows(importer, choice);
  const planned = await planStudents(rows, knownPeople(importer.db), choice.withoutZeros);
  const { country } = choice;
  yield* applyStudents(importer, planned, { expected, fileName: draft.fileName, country }, stops);
}

/**
 * Plans once more and takes over what the plan says; see `runImport`.
 * @throws DomainError NOT_FOUND, and as `applyStudents`, and CONFLICT `importRunning`
 */
export function importStudents(
  importer: Importer,
  input: StudentsChoice & { expected: StudentCounts },
  signal: AbortSignal = new AbortController().signal,
): AsyncGenerator<ImportProgress, void, void> {
  return inTurn(importer, (turn) => planAndApply(importer, input, { turn, signal }));
}
