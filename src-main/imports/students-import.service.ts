import type {
  ImportDone,
  StudentCounts,
  StudentsChoice,
  StudentsPlan,
} from '#shared/contract/imports.contract.ts';
import { dataRows } from '#shared/imports/find-heading-row.ts';
import { type ReadRow, readStudents } from '#shared/imports/read-students.ts';
import { applyStudents } from './apply-students.ts';
import { requireDraft, requireTable } from './drafts.ts';
import type { Importer } from './importer.ts';
import { knownPeople } from './known-students.ts';
import { planStudents, shownPlan } from './plan-students.ts';

function chosenRows({ connection }: Importer, choice: StudentsChoice) {
  const draft = requireDraft(connection, choice.draftId, 'students');
  const table = requireTable(draft, choice.sheet);
  const rows: ReadRow[] = readStudents(dataRows(table, choice.headingRow), choice);
  return { draft, rows };
}

/** The dry run. @throws DomainError NOT_FOUND once another file was opened */
export function planFor(importer: Importer, choice: StudentsChoice): StudentsPlan {
  const { rows } = chosenRows(importer, choice);
  return shownPlan(planStudents(rows, knownPeople(importer.db)));
}

/** @throws DomainError NOT_FOUND, and as `applyStudents` */
export function importStudents(
  importer: Importer,
  { expected, ...choice }: StudentsChoice & { expected: StudentCounts },
): ImportDone {
  const { draft, rows } = chosenRows(importer, choice);
  const { country } = choice;
  return applyStudents(importer, rows, { expected, fileName: draft.fileName, country });
}
