import { appendFileSync, closeSync, fsyncSync, openSync } from 'node:fs';
import { assertNever } from '#shared/assert-never.ts';
import { clockText, shareText } from '../sheets/cell-text.ts';
import type { Cell, SheetWriter } from '../sheets/sheet.ts';

/** Tells Excel that the file is UTF-8; without it names with accents are garbled. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * The characters that make a spreadsheet take a cell for a formula, with their full-width forms.
 * Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection
 */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n]/;

/** Text that cannot run: a leading apostrophe makes spreadsheets show the rest as it is. */
export function harmlessText(value: string): string {
  return STARTS_FORMULA.test(value) ? `'${value}` : value;
}

function plain(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return harmlessText(cell.text);
    case 'count':
      return String(cell.value);
    case 'share':
      return cell.value === null ? '' : shareText(cell.value);
    case 'day':
      return cell.day;
    case 'time':
      return clockText(cell.minutes);
    default:
      return assertNever(cell);
  }
}

/** One line of RFC 4180, its end included. */
export function csvLine(cells: readonly Cell[]): string {
  const fields = cells.map((cell) => {
    const field = plain(cell);
    return NEEDS_QUOTES.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
  });
  return fields.join(',') + LINE_END;
}

/**
 * Writes one sheet as CSV: RFC 4180, UTF-8 with a byte order mark.
 *
 * Excel guesses types when it opens a CSV: it shows the student number 007 as 7, although the
 * file says 007. The XLSX does not have this problem.
 * @throws Error with the file system's `code`
 */
export function openCsv(path: string): SheetWriter {
  const file = openSync(path, 'wx', 0o600);
  // Not writeSync: on a disk that is nearly full that writes a part and says so only by a number.
  appendFileSync(file, BYTE_ORDER_MARK);
  return {
    beginSheet() {
      // A CSV has neither sheets nor widths.
    },
    addRows(rows) {
      appendFileSync(file, rows.map(csvLine).join(''));
    },
    finish() {
      fsyncSync(file);
      closeSync(file);
    },
  };
}
