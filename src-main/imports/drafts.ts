import type { ImportSheet, OpenedFile } from '#shared/contract/imports.contract.ts';
import { describeSheet } from '#shared/imports/describe-sheet.ts';
import { findHeadingRow, likelySheet } from '#shared/imports/find-heading-row.ts';
import type { ImportKind } from '#shared/imports/import-field.ts';
import type { Table } from '#shared/imports/table.ts';
import { newId } from '../db/new-id.ts';
import type { Connection } from '../rpc/connection.ts';
import { DomainError } from '../rpc/domain-error.ts';

/** A file that was read and is being looked at. */
export interface Draft {
  id: string;
  kind: ImportKind;
  fileName: string;
  tables: readonly Table[];
}

/** One a window; it goes with the window, or when another takes its place. */
const drafts = new WeakMap<Connection, Draft>();

export function keepDraft(connection: Connection, draft: Omit<Draft, 'id'>): Draft {
  const kept = { ...draft, id: newId() };
  drafts.set(connection, kept);
  return kept;
}

export function dropDraft(connection: Connection): void {
  drafts.delete(connection);
}

/** @throws DomainError NOT_FOUND once another file was opened */
export function requireDraft(connection: Connection, id: string, kind?: ImportKind): Draft {
  const draft = drafts.get(connection);
  if (draft?.id !== id || (kind !== undefined && draft.kind !== kind)) {
    throw new DomainError('NOT_FOUND', { what: 'draft' });
  }
  return draft;
}

/** @throws DomainError NOT_FOUND */
export function requireTable(draft: Draft, sheet: number): Table {
  const table = draft.tables[sheet];
  if (!table) throw new DomainError('NOT_FOUND', { what: 'sheet' });
  return table;
}

/** @param headingRow 'find' looks for the line of the headings */
export function sheetOf(
  draft: Draft,
  sheet: number,
  headingRow: number | null | 'find',
): ImportSheet {
  const table = requireTable(draft, sheet);
  const line = headingRow === 'find' ? findHeadingRow(table, draft.kind) : headingRow;
  return describeSheet(table, { sheet, headingRow: line, kind: draft.kind });
}

export function openedFile(draft: Draft): OpenedFile {
  return {
    draftId: draft.id,
    fileName: draft.fileName,
    sheets: draft.tables.map(({ name, rows }) => ({ name, rows: rows.length })),
    chosen: sheetOf(draft, likelySheet(draft.tables, draft.kind), 'find'),
  };
}
