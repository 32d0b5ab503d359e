/** One row that is not empty, as it stands in the file. */
export interface TableRow {
  /** The row's number as a spreadsheet shows it, from 1. */
  line: number;
  /** One text a column; columns beyond the last that is filled are left out. */
  cells: readonly string[];
}

/** A sheet as text: dates as YYYY-MM-DD, times as HH:MM, of formulas the value alone. */
export interface Table {
  name: string;
  rows: readonly TableRow[];
}

/** Bounds of what is read; a school's list stays far below each. */
export const TABLE_LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  /** All that a workbook's archive holds once unpacked. */
  unpackedBytes: 150 * 1024 * 1024,
  rows: 20_000,
  /** A register of a school year has a column for each lesson. */
  columns: 1000,
  cells: 4_000_000,
  /** Longer texts are cut here, which is still longer than anything that is taken. */
  cellCharacters: 500,
} as const;

/** What spreadsheets write into a cell whose formula failed. */
export const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

/** One line, without blanks at its ends or two in a row. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00A0\u200B\uFEFF]+/gu, ' ').trim();
}

/** The cell as tidy text; '' where the row is shorter. */
export function cellOf(row: TableRow, column: number | undefined): string {
  return column === undefined ? '' : tidy(row.cells[column] ?? '');
}
