import type { Table } from '#shared/imports/table.ts';
import { UnreadableFile } from './file-fault.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';

/** What files of other kinds begin with. */
const OTHERS = ['%PDF', '{\\rtf', '\x89PNG', '\xFF\xD8\xFF', 'GIF8', '<!DOCTYPE', '<html', '<?xml'];
const ZIP = 'PK\x03\x04';
const EMPTY_ZIP = 'PK\x05\x06';
/** Compound File Binary: XLS up to Excel 2003, and every workbook with a password. */
const COMPOUND = '\xD0\xCF\x11\xE0';
/** The stream in which such a file holds a workbook that is encrypted, as UTF-16. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * The sheets of a spreadsheet by what the file is, not by what it is called.
 * @throws UnreadableFile
 */
export function readTables({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): Table[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = file.toString('latin1', 0, 16);
  if (start.startsWith(COMPOUND)) {
    throw new UnreadableFile(file.includes(ENCRYPTED) ? 'password' : 'oldExcel');
  }
  if (start.startsWith(EMPTY_ZIP) || OTHERS.some((one) => start.startsWith(one))) {
    throw new UnreadableFile('wrongKind');
  }
  const tables = start.startsWith(ZIP) ? readWorkbook(file) : readCsv(file, fileName);
  if (tables.length === 0) throw new UnreadableFile('empty');
  return tables;
}
