import { type CellObject, type DenseWorkSheet, read, SSF, type WorkBook } from 'xlsx';
import type { Table, TableRow } from '#shared/imports/table.ts';
import { TABLE_LIMITS } from '#shared/imports/table.ts';
import { UnreadableFile } from './file-fault.ts';
import { isBlankRow, withinLimits } from './row-limits.ts';
import { namesOfSafeArchive } from './unpacked-size.ts';

const two = (value: number) => String(value).padStart(2, '0');
/** A number format of zeros alone, such as 000: what it shows are leading zeros that count. */
const LEADING_ZEROS = /^0+$/;

/** A date as YYYY-MM-DD, a time as HH:MM, both with a blank between. */
function dateText(value: number, date1904: boolean): string {
  const { y, m, d, H, M } = SSF.parse_date_code(value, { date1904 });
  const clock = `${two(H)}:${two(M)}`;
  if (value >= 0 && value < 1) return clock;
  const day = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;
  return value % 1 === 0 ? day : `${day} ${clock}`;
}

function numberText(cell: CellObject, date1904: boolean): string {
  const value = Number(cell.v);
  const format = String(cell.z ?? 'General');
  if (SSF.is_date(format) && value >= 0) return dateText(value, date1904);
  if (LEADING_ZEROS.test(format)) return SSF.format(format, value);
  return String(value);
}

/** What a person sees in the cell, without its number format; of a formula its last result. */
function cellText(cell: CellObject | undefined, date1904: boolean): string {
  switch (cell?.t) {
    case 's':
      return String(cell.v ?? '').slice(0, TABLE_LIMITS.cellCharacters);
    case 'n':
      return numberText(cell, date1904);
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE';
    case 'e':
      return String(cell.w ?? '#VALUE!');
    default:
      return '';
  }
}

/** A cell merged downwards stands for each of its rows, such as a class beside its students. */
function fillMerged(sheet: DenseWorkSheet, rows: string[][]): void {
  for (const { s, e } of sheet['!merges'] ?? []) {
    if (s.c !== e.c) continue;
    const value = rows[s.r]?.[s.c] ?? '';
    if (value === '') continue;
    for (let row = s.r + 1; row <= Math.min(e.r, rows.length - 1); row += 1) {
      const cells = rows[row];
      // A row with nothing else in it is not a row of the list.
      if (cells && !isBlankRow(cells)) cells[s.c] = value;
    }
  }
}

function rowsOf(sheet: DenseWorkSheet, date1904: boolean): TableRow[] {
  const dense = sheet['!data'] ?? [];
  const texts = Array.from(dense, (cells) =>
    Array.from(cells ?? [], (cell: CellObject | undefined) => cellText(cell, date1904)),
  );
  fillMerged(sheet, texts);
  return withinLimits(texts.map((cells, index) => ({ line: index + 1, cells })));
}

function parse(bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
    });
  } catch (error) {
    const protectedByPassword = error instanceof Error && /password/i.test(error.message);
    throw new UnreadableFile(protectedByPassword ? 'password' : 'damaged');
  }
}

/**
 * The sheets of an XLSX workbook that hold something and are not hidden, as text.
 * @throws UnreadableFile
 */
export function readWorkbook(bytes: Buffer): Table[] {
  const names = namesOfSafeArchive(bytes, TABLE_LIMITS.unpackedBytes);
  if (!names.includes('xl/workbook.xml')) {
    const isCalc = names.includes('content.xml') || names.includes('xl/workbook.bin');
    throw new UnreadableFile(isCalc ? 'otherSpreadsheet' : 'wrongKind');
  }
  const book = parse(bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined;
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    if (!sheet || isHidden) return [];
    const rows = rowsOf(sheet, date1904);
    return rows.length === 0 ? [] : { name, rows };
  });
}
