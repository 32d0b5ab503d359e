import type { ReactNode } from 'react';

/** What a row is sorted by in a column; null goes to the end, whichever way it is sorted. */
export type SortValue = string | number | null;

/** One column of a table. */
export interface Column<Row> {
  /** Kept in addresses and preferences: not to be changed. */
  name: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Left out where a column cannot be sorted by. */
  by?: ((row: Row) => SortValue) | undefined;
  /** Figures stand at the end of the cell. */
  figures?: true;
  /** The columns that give way where a row is too wide. */
  grows?: true;
  /** Names the row, for screen readers. */
  head?: true;
  /** Is there always: without it nobody knows what the row is. */
  fixed?: true;
}

/** What of a column sorting needs. */
export type Sorting<Row> = Pick<Column<Row>, 'name' | 'label' | 'by'>;

export interface Sort {
  column: string;
  descending: boolean;
}

/** What a press on a column's head asks for: that column, or the other way round. */
export function turned(sort: Sort, column: string): Sort {
  return { column, descending: column === sort.column && !sort.descending };
}
