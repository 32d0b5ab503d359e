import type {
  ImportDone,
  ImportProgress,
  MarksChoice,
  OpenedFile,
  StudentsChoice,
  UndoneImport,
} from '#shared/contract/imports.contract.ts';
import type { ImportKind } from '#shared/imports/import-field.ts';
import type { Client } from './test-register.ts';

/** Opens a file to its end. */
export async function openList(
  client: Client,
  file: File,
  kind: ImportKind = 'students',
): Promise<OpenedFile> {
  let opened: OpenedFile | null = null;
  for await (const step of await client.imports.open({ kind, file })) {
    if (step.kind === 'opened') opened = step.file;
  }
  if (!opened) throw new Error('The file was not opened.');
  return opened;
}

/** Follows an import to its end. */
export async function applied(
  steps: PromiseLike<AsyncIterable<ImportProgress>>,
): Promise<ImportDone> {
  for await (const step of await steps) if (step.kind === 'imported') return step.done;
  throw new Error('The import was not done.');
}

/** Takes an import back to the end. */
export async function undoImport(client: Client, id: string): Promise<UndoneImport> {
  for await (const step of await client.imports.undo({ id })) {
    if (step.kind === 'undone') return step.result;
  }
  throw new Error('The import was not taken back.');
}

/** The columns as they were recognised. */
export function choiceOf(
  { draftId, chosen }: OpenedFile,
  changes: Partial<StudentsChoice> = {},
): StudentsChoice {
  return {
    draftId,
    sheet: chosen.sheet,
    headingRow: chosen.headingRow,
    fields: chosen.columns.map(({ field }) => field),
    className: null,
    country: 'IN',
    withoutZeros: false,
    ...changes,
  };
}

/** Opens, plans and applies. */
export async function importStudents(
  client: Client,
  file: File,
  changes: Partial<StudentsChoice> = {},
) {
  const choice = choiceOf(await openList(client, file), changes);
  const plan = await client.imports.planStudents(choice);
  const done = await applied(client.imports.applyStudents({ ...choice, expected: plan.counts }));
  return { choice, plan, done };
}

/** The columns, dates and statuses as they were recognised. */
export async function marksChoiceOf(
  client: Client,
  { draftId, chosen }: OpenedFile,
  changes: Partial<MarksChoice> = {},
): Promise<MarksChoice> {
  const { sheet, headingRow, columns } = chosen;
  const list = { draftId, sheet, headingRow, fields: columns.map(({ field }) => field) };
  const { dayOrder, statuses } = await client.imports.lookAtMarks(list);
  return {
    ...list,
    dayOrder: dayOrder.kind === 'seen' ? dayOrder.order : 'dayFirst',
    minutes: 8 * 60,
    subjectId: null,
    statuses: statuses.flatMap(({ text, meant }) => {
      if (meant.kind === 'unknown') return [];
      return { text, code: meant.kind === 'code' ? meant.code : null };
    }),
    subjects: [],
    withoutZeros: false,
    existing: 'keep',
    ...changes,
  };
}

/** Opens, plans and applies a list of marks. */
export async function importMarks(client: Client, file: File, changes: Partial<MarksChoice> = {}) {
  const choice = await marksChoiceOf(client, await openList(client, file, 'marks'), changes);
  const plan = await client.imports.planMarks(choice);
  const done = await applied(client.imports.applyMarks({ ...choice, expected: plan.counts }));
  return { choice, plan, done };
}
