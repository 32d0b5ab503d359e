import type { ImportSheet, OpenedFile } from '#shared/contract/imports.contract.ts';
import { type ImportField, mayRepeat } from '#shared/imports/import-field.ts';

/** An open list, and what has been said of it so far. */
export interface ListChoice {
  file: OpenedFile;
  sheet: ImportSheet;
  /** What each column means, by its index. */
  fields: readonly (ImportField | null)[];
}

export function choiceOfSheet(file: OpenedFile, sheet: ImportSheet): ListChoice {
  return { file, sheet, fields: sheet.columns.map(({ field }) => field) };
}

/** The column means this now; a field that one column alone may have leaves the one that had it. */
export function withField(
  choice: ListChoice,
  column: number,
  field: ImportField | null,
): ListChoice {
  const fields = choice.fields.map((other, at) => {
    if (at === column) return field;
    return other === field && !mayRepeat(field) ? null : other;
  });
  return { ...choice, fields };
}
