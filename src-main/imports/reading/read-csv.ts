import Papa from 'papaparse';
import { TABLE_LIMITS, type Table } from '#shared/imports/table.ts';
import { UnreadableFile } from './file-fault.ts';
import { withinLimits } from './row-limits.ts';

const DELIMITERS = [',', ';', '\t', '|'];
const LOOKED_AT = 4096;
/** UTF-16 text in Latin letters is zeros at every other byte; a binary file has some anywhere. */
const MOSTLY = 0.3;

function zerosAt(bytes: Buffer, odd: 0 | 1): number {
  const part = bytes.subarray(0, LOOKED_AT);
  let zeros = 0;
  for (let at = odd; at < part.length; at += 2) if (part[at] === 0) zeros += 1;
  return zeros / Math.max(1, part.length / 2);
}

/** UTF-16 by its byte order mark or, without one, by where its zeros are; null: it is not. */
function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const [even, odd] = [zerosAt(bytes, 0), zerosAt(bytes, 1)];
  if (odd > MOSTLY && even === 0) return 'utf-16le';
  return even > MOSTLY && odd === 0 ? 'utf-16be' : null;
}

/**
 * Text in the encoding it seems to be in: UTF-16, UTF-8, or else Windows-1252, which Excel writes
 * in the West when asked for plain CSV.
 * @throws UnreadableFile wrongKind for what is no text
 */
export function decodeText(bytes: Buffer): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  if (bytes.subarray(0, LOOKED_AT).includes(0)) throw new UnreadableFile('wrongKind');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Bytes that are no UTF-8; Windows-1252 has a letter for every one.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Guessed from rows that hold something; empty ones would count as rows of one column. */
function delimiterOf(text: string): string {
  const { meta } = Papa.parse<string[]>(text, {
    preview: 50,
    skipEmptyLines: 'greedy',
    delimitersToGuess: DELIMITERS,
  });
  return meta.delimiter;
}

/** A CSV file, whatever its delimiter. @throws UnreadableFile */
export function readCsv(bytes: Buffer, name: string): Table[] {
  // Excel's own line that names the delimiter is no row of the list.
  const text = decodeText(bytes).replace(/^\uFEFF?sep=.\r?\n/i, '');
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const rows = withinLimits(
    data.map((cells, index) => ({
      line: index + 1,
      cells: cells.map((cell) => cell.slice(0, TABLE_LIMITS.cellCharacters)),
    })),
  );
  return rows.length === 0 ? [] : [{ name, rows }];
}
