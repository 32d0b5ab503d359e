import type { ImportSheet } from '../contract/imports.contract.ts';
import { dataRows } from './find-heading-row.ts';
import { matchHeadings } from './headings.ts';
import type { ImportKind } from './import-field.ts';
import { cellOf, type Table, type TableRow } from './table.ts';

const SAMPLES = 3;
const SAMPLE_CHARACTERS = 60;

/** A few values that stand in the column, each once. */
function samplesOf(rows: readonly TableRow[], column: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const text = cellOf(row, column);
    if (text !== '') samples.add(text.slice(0, SAMPLE_CHARACTERS));
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

/** A sheet's columns with what they seem to mean. @param headingRow null: there are no headings */
export function describeSheet(
  table: Table,
  { sheet, headingRow, kind }: { sheet: number; headingRow: number | null; kind: ImportKind },
): ImportSheet {
  const rows = dataRows(table, headingRow);
  const headings = table.rows.find(({ line }) => line === headingRow);
  const width = Math.max(headings?.cells.length ?? 0, ...rows.map(({ cells }) => cells.length), 0);
  const titles = Array.from({ length: width }, (_, column) =>
    headings ? cellOf(headings, column) : '',
  );
  const fields = matchHeadings(titles, kind);
  const columns = titles.map((heading, column) => ({
    heading: heading.slice(0, SAMPLE_CHARACTERS),
    samples: samplesOf(rows, column),
    field: fields[column] ?? null,
  }));
  return { sheet, headingRow, rows: rows.length, columns };
}
