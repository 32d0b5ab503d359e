import type { OpenedFile, StudentsChoice } from '#shared/contract/imports.contract.ts';
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
  const done = await client.imports.applyStudents({ ...choice, expected: plan.counts });
  return { choice, plan, done };
}
