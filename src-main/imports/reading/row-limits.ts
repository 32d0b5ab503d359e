import { TABLE_LIMITS, type TableRow } from '#shared/imports/table.ts';
import { UnreadableFile } from './file-fault.ts';

export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

/** The rows that hold something. @throws UnreadableFile tooManyRows, tooManyColumns */
export function withinLimits(rows: readonly TableRow[]): TableRow[] {
  const kept = rows
    .filter(({ cells }) => !isBlankRow(cells))
    .map(({ line, cells }) => ({ line, cells: withoutEmptyEnd(cells) }));
  if (kept.length > TABLE_LIMITS.rows) throw new UnreadableFile('tooManyRows');
  if (kept.some(({ cells }) => cells.length > TABLE_LIMITS.columns)) {
    throw new UnreadableFile('tooManyColumns');
  }
  const cells = kept.reduce((sum, row) => sum + row.cells.length, 0);
  if (cells > TABLE_LIMITS.cells) throw new UnreadableFile('tooManyRows');
  return kept;
}
