import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { type CellObject, SSF, utils, type WorkSheet, write } from 'xlsx';
import { assertNever } from '#shared/assert-never.ts';
import { freezePanes } from './freeze-panes.ts';
import type { Cell, SheetHead, SheetWriter } from './sheet.ts';

const MS_PER_DAY = 86_400_000;
const MINUTES_PER_DAY = 1440;
/** Day 0 of Excel's 1900 calendar as every date from March 1900 on counts it. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** Excel's built-in format 49: whatever is typed or edited in the cell stays text. */
const TEXT_FORMAT = '@';

const SHARE_FORMAT = '0.0%';
const DAY_FORMAT = 'yyyy-mm-dd';
const TIME_FORMAT = 'hh:mm';
/** Formats of one's own begin here (ECMA-376 part 1, 18.8.30); left alone, the library begins at 60. */
const FIRST_OWN_FORMAT = 164;
for (const [index, format] of [SHARE_FORMAT, DAY_FORMAT, TIME_FORMAT].entries()) {
  SSF.load(format, FIRST_OWN_FORMAT + index);
}

function cellObject(cell: Cell): CellObject | undefined {
  switch (cell.kind) {
    case 'text':
      return cell.text === '' ? undefined : { t: 's', v: cell.text, z: TEXT_FORMAT };
    case 'count':
      return { t: 'n', v: cell.value };
    case 'share':
      return cell.value === null ? undefined : { t: 'n', v: cell.value, z: SHARE_FORMAT };
    case 'day':
      return { t: 'n', v: (Date.parse(cell.day) - EXCEL_EPOCH) / MS_PER_DAY, z: DAY_FORMAT };
    case 'time':
      return { t: 'n', v: cell.minutes / MINUTES_PER_DAY, z: TIME_FORMAT };
    default:
      return assertNever(cell);
  }
}

interface OpenSheet {
  head: SheetHead;
  rows: (CellObject | undefined)[][];
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

/**
 * Writes sheets as one XLSX. Every text is a string cell (`t="s"`), never a formula, with the
 * text format, so that a student number keeps its zeros. The workbook is held in memory until
 * `finish`, where `path` is created.
 */
export function openXlsx(path: string): SheetWriter {
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
      const workbook = utils.book_new();
      for (const sheet of sheets) {
        utils.book_append_sheet(workbook, worksheet(sheet), sheet.head.name);
      }
      // Uncompressed here, because freezing the panes opens the package once more.
      const bytes: Buffer = write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST: true });
      const file = openSync(path, 'wx', 0o600);
      try {
        writeFileSync(
          file,
          freezePanes(
            bytes,
            sheets.map(({ head }) => head.frozen),
          ),
        );
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
  };
}
