import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { type CellObject, SSF, utils, type WorkBook, type WorkSheet } from 'xlsx';
import { assertNever } from '#shared/assert-never.ts';
import { clockText, shareText } from './cell-text.ts';
import type { Cell, SheetHead, SheetWriter } from './sheet.ts';

const MS_PER_DAY = 86_400_000;
const MINUTES_PER_DAY = 1440;
/** Day 0 of Excel's 1900 calendar as every date from March 1900 on counts it. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** Excel's built-in format 49: whatever is typed or edited in the cell stays text. */
const TEXT_FORMAT = '@';

const SHARE_FORMAT = '0.0%';
/** The dashes escaped: the library's OpenDocument writer drops bare ones. */
const DAY_FORMAT = 'yyyy\\-mm\\-dd';
const TIME_FORMAT = 'hh:mm';
/** Formats of one's own begin here (ECMA-376 part 1, 18.8.30); left alone, the library begins at 60. */
const FIRST_OWN_FORMAT = 164;
for (const [index, format] of [SHARE_FORMAT, DAY_FORMAT, TIME_FORMAT].entries()) {
  SSF.load(format, FIRST_OWN_FORMAT + index);
}

function numberOf(v: number, z: string, w: string): CellObject {
  return { t: 'n', v, z, w };
}

function cellObject(cell: Cell): CellObject | undefined {
  switch (cell.kind) {
    case 'text':
      return cell.text === '' ? undefined : { t: 's', v: cell.text, z: TEXT_FORMAT };
    case 'count':
      return { t: 'n', v: cell.value };
    case 'share':
      return cell.value === null
        ? undefined
        : numberOf(cell.value, SHARE_FORMAT, shareText(cell.value));
    case 'day':
      return numberOf((Date.parse(cell.day) - EXCEL_EPOCH) / MS_PER_DAY, DAY_FORMAT, cell.day);
    case 'time':
      return numberOf(cell.minutes / MINUTES_PER_DAY, TIME_FORMAT, clockText(cell.minutes));
    default:
      return assertNever(cell);
  }
}

/** One sheet as far as it has come. */
export interface OpenSheet {
  head: SheetHead;
  rows: (CellObject | undefined)[][];
}

/** The rows that colours are for, from 0, the last included. */
export function colouredRows({ head, rows }: OpenSheet): { first: number; last: number } {
  return { first: head.frozen.rows, last: rows.length - 1 };
}

function worksheet({ head, rows }: OpenSheet): WorkSheet {
  const columns = Math.max(head.widths.length, ...rows.map((row) => row.length));
  const last = utils.encode_cell({ r: Math.max(rows.length - 1, 0), c: Math.max(columns - 1, 0) });
  // The library's own dense form: `!data` holds the rows, no A1 keys are made.
  const sheet = { '!data': rows, '!ref': `A1:${last}` } as unknown as WorkSheet;
  sheet['!cols'] = head.widths.map((wch) => ({ wch }));
  if (head.filterRow !== null) {
    sheet['!autofilter'] = { ref: `${utils.encode_cell({ r: head.filterRow, c: 0 })}:${last}` };
  }
  return sheet;
}

function workbookOf(sheets: readonly OpenSheet[]): WorkBook {
  const workbook = utils.book_new();
  for (const sheet of sheets) {
    utils.book_append_sheet(workbook, worksheet(sheet), sheet.head.name);
  }
  return workbook;
}

function writeNew(path: string, bytes: Buffer): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Takes the sheets of a workbook and holds them in memory until `finish`, where `pack` makes the
 * file and `path` is created. Every text is a string cell, never a formula, with the text format,
 * so that a student number keeps its zeros.
 */
export function openWorkbook(
  path: string,
  pack: (workbook: WorkBook, sheets: readonly OpenSheet[]) => Buffer,
): SheetWriter {
  const sheets: OpenSheet[] = [];
  return {
    beginSheet(head) {
      sheets.push({ head, rows: [] });
    },
    addRows(rows) {
      const sheet = sheets.at(-1);
      if (!sheet) throw new Error('Rows before the first sheet.');
      for (const row of rows) sheet.rows.push(row.map(cellObject));
    },
    finish() {
      writeNew(path, pack(workbookOf(sheets), sheets));
    },
  };
}
