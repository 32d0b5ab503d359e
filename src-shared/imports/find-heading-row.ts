import { matchHeadings } from './headings.ts';
import type { ImportKind } from './import-field.ts';
import type { Table, TableRow } from './table.ts';

/** Titles and addresses may stand above the headings, but not more than this many rows. */
const LOOKED_AT = 20;
/** One known word may be chance: a student may be called Roll. */
const KNOWN_HEADINGS = 2;

function known(row: TableRow, kind: ImportKind): number {
  return matchHeadings(row.cells, kind).filter((field) => field !== null).length;
}

/** The line that holds the headings: the one with most of them that are known; null for none. */
export function findHeadingRow(table: Table, kind: ImportKind): number | null {
  let best: { line: number; count: number } | null = null;
  for (const row of table.rows.slice(0, LOOKED_AT)) {
    const count = known(row, kind);
    if (count >= KNOWN_HEADINGS && count > (best?.count ?? 0)) best = { line: row.line, count };
  }
  return best?.line ?? null;
}

/** The sheet that looks most like such a list; the first where none does. */
export function likelySheet(tables: readonly Table[], kind: ImportKind): number {
  const found = tables.findIndex((table) => findHeadingRow(table, kind) !== null);
  return Math.max(0, found);
}

/** The rows below the headings; all of them where there are none. */
export function dataRows(table: Table, headingRow: number | null): readonly TableRow[] {
  return headingRow === null ? table.rows : table.rows.filter(({ line }) => line > headingRow);
}
