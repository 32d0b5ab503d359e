import type { Sort, Sorting, SortValue } from './column.ts';

/** Numbers inside text count as numbers: 7B before 10A, 0098 before 0102. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compare(one: SortValue, other: SortValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return collator.compare(String(one), String(other));
}

/**
 * The rows by a value; rows of the same value keep their order, and those without one come last,
 * either way round. The input stays as it is.
 */
export function sortBy<Row>(
  rows: readonly Row[],
  by: (row: Row) => SortValue,
  descending: boolean,
): Row[] {
  const sign = descending ? -1 : 1;
  const valued = rows.map((row) => ({ row, value: by(row) }));
  return valued
    .sort((one, other) => {
      if (one.value === null || other.value === null) {
        return Number(one.value === null) - Number(other.value === null);
      }
      return sign * compare(one.value, other.value);
    })
    .map(({ row }) => row);
}

/** The rows by a column; as they are where the column is none that can be sorted by. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Sorting<Row>[],
  { column, descending }: Sort,
): readonly Row[] {
  const by = columns.find(({ name }) => name === column)?.by;
  return by ? sortBy(rows, by, descending) : rows;
}
