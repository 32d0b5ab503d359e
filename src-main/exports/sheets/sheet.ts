import type { StatusColour } from '#shared/contract/status.ts';

/**
 * One cell by what it means; the writer of each format decides how it is written. `text` is
 * whatever a person typed and never becomes a formula.
 */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'count'; value: number }
  /** 0 to 1, shown as a percentage; null where nothing counts. */
  | { kind: 'share'; value: number | null }
  /** A calendar day, YYYY-MM-DD. */
  | { kind: 'day'; day: string }
  /** Local time of day in minutes since midnight. */
  | { kind: 'time'; minutes: number };

/** Colours cells by what stands in them, also when somebody edits the sheet later. */
export interface ColourRule {
  /** First and last column, from 0. */
  columns: readonly [first: number, last: number];
  /** The text itself, or a number from `from` on and below `under`; empty cells match neither. */
  when: { kind: 'is'; text: string } | { kind: 'within'; from: number; under: number };
  colour: StatusColour;
}

export interface SheetHead {
  name: string;
  /** Column widths in characters, as Excel counts them. */
  widths: readonly number[];
  /** Rows at the top and columns at the left that stay in place. */
  frozen: { rows: number; columns: number };
  /** The row that holds the column names, from 0, which gets filter buttons; null for none. */
  filterRow: number | null;
  /** For the rows below the frozen ones; where two match, the first counts. */
  colours?: readonly ColourRule[];
}

/** Takes sheets one after another, each row by row, and puts them into one file. */
export interface SheetWriter {
  beginSheet(head: SheetHead): void;
  addRows(rows: readonly Cell[][]): void;
  /** Writes what is left and closes the file, flushed to the disk. */
  finish(): void;
}

export const text = (value: string): Cell => ({ kind: 'text', text: value });
export const count = (value: number): Cell => ({ kind: 'count', value });
export const blank: Cell = { kind: 'text', text: '' };
