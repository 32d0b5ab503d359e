import { useMemo, useState } from 'react';
import { type Sort, type Sorting, turned } from './column.ts';
import { sortRows } from './sort-rows.ts';

/** The rows sorted by the column last pressed, while the screen is open. */
export function useSorted<Row>(
  rows: readonly Row[],
  columns: readonly Sorting<Row>[],
  first: Sort,
): { rows: readonly Row[]; sort: Sort; onSort: (column: string) => void } {
  const [sort, setSort] = useState(first);
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  return { rows: sorted, sort, onSort: (column) => setSort((was) => turned(was, column)) };
}
