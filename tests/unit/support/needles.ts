import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something that must lie nowhere, in every form in which it might. */
export interface Needle {
  what: string;
  forms: readonly Buffer[];
}

/** The same bytes inside a longer base64 text, at each of the three places they can begin. */
function insideBase64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The characters that are made of nothing but these bytes.
    const first = Math.ceil((shift * 8) / 6);
    const last = Math.floor(((shift + bytes.length) * 8) / 6);
    return Buffer.from(text.slice(first, last));
  });
}

const asHex = (bytes: Buffer): Buffer[] => {
  const hex = bytes.toString('hex');
  return [Buffer.from(hex), Buffer.from(hex.toUpperCase())];
};

/** A text as typed, in lower and in upper case: UTF-8, UTF-16 of both orders, base64 and hex. */
export function textNeedle(what: string, text: string): Needle {
  const forms = [...new Set([text, text.toLowerCase(), text.toUpperCase()])].flatMap((one) => {
    const utf8 = Buffer.from(one, 'utf8');
    const utf16 = Buffer.from(one, 'utf16le');
    const swapped = Buffer.from(utf16).swap16();
    return [utf8, utf16, swapped, ...insideBase64(utf8), ...asHex(utf8)];
  });
  return { what, forms };
}

/** So many values in a row give a face away. */
const IN_A_ROW = 4;

/** Any four values in a row of a vector: as stored, in base64, in hex, and written out. */
export function vectorNeedle(what: string, vector: Float32Array): Needle {
  const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
  const forms: Buffer[] = [];
  for (let start = 0; start + IN_A_ROW <= vector.length; start += IN_A_ROW) {
    const part = bytes.subarray(4 * start, 4 * (start + IN_A_ROW));
    const written = Array.from(vector.subarray(start, start + 2), String).join();
    forms.push(part, ...insideBase64(part), ...asHex(part), Buffer.from(written));
  }
  return { what, forms };
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Forms by their first four bytes: one look at each place of a file finds whatever begins there. */
type Index = ReadonlyMap<number, readonly { what: string; form: Buffer }[]>;

function indexOf(needles: readonly Needle[]): Index {
  const entries = needles.flatMap(({ what, forms }) => forms.map((form) => ({ what, form })));
  return Map.groupBy(entries, ({ form }) => form.readUInt32LE(0));
}

function lookIn(bytes: Buffer, index: Index): string[] {
  const found = new Set<string>();
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    const beginning = index.get(bytes.readUInt32LE(at));
    for (const { what, form } of beginning ?? []) {
      if (bytes.subarray(at, at + form.length).equals(form)) found.add(what);
    }
  }
  return [...found];
}

/** Which needles lie in these bytes. */
export function needlesIn(bytes: Buffer, needles: readonly Needle[]): string[] {
  return lookIn(bytes, indexOf(needles));
}

/**
 * Every needle in every file under these folders, and in the files' own names.
 * @param except what is not looked at, by its path
 */
export function needlesUnder(
  folders: readonly string[],
  needles: readonly Needle[],
  except: (path: string) => boolean = () => false,
): string[] {
  const index = indexOf(needles);
  const files = folders.flatMap(filesUnder).filter((path) => !except(path));
  return files.flatMap((path) => {
    const found = new Set([
      ...lookIn(readFileSync(path), index),
      ...lookIn(Buffer.from(path), index),
    ]);
    return [...found].map((what) => `${what} in ${path}`);
  });
}
