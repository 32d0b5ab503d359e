import { join, normalize } from 'node:path';

/** Two pictures, as paths in the folder of pairs.csv, and whether they show the same person. */
export interface Pair {
  x: string;
  y: string;
  same: boolean;
}

const ANSWERS: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  1: true,
  no: false,
  n: false,
  false: false,
  0: false,
};

/**
 * Reads pairs.csv: columns file_x, file_y and Decision (Yes or No, in any case, or 1 or 0), in any
 * order, among others, separated by commas or semicolons. Paths may be written as Windows does.
 * @throws Error naming the column or the line that is wrong, or the answer that no pair has
 */
export function parsePairs(text: string): Pair[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const separator = header.includes(';') ? ';' : ',';
  const names = cells(header, separator).map((name) => name.toLowerCase());
  const column = (name: string) => {
    const at = names.indexOf(name.toLowerCase());
    if (at < 0) throw new Error(`pairs.csv has no column ${name}; its first line is "${header}".`);
    return at;
  };
  const [x, y, decision] = [column('file_x'), column('file_y'), column('Decision')];
  const pairs = lines.flatMap((line, i) => {
    const values = cells(line, separator);
    if (values.every((value) => value === '')) return [];
    const where = `pairs.csv, line ${i + 2}`;
    const same = ANSWERS[values[decision]?.toLowerCase() ?? ''];
    if (same === undefined) throw new Error(`${where}: Decision must be Yes or No in "${line}".`);
    return { x: pathOf(values[x], where), y: pathOf(values[y], where), same };
  });
  for (const same of [true, false]) {
    if (pairs.some((pair) => pair.same === same)) continue;
    throw new Error(`pairs.csv has no pair with ${same ? 'Yes' : 'No'}; rates need both.`);
  }
  return pairs;
}

/** RFC 4180: quotes around a cell that holds separators, doubled quotes for one quote. */
function cells(line: string, separator: string): string[] {
  const values = [''];
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === separator && !isQuoted) values.push('');
    else values.push((values.pop() ?? '') + character);
  }
  return values.map((value) =>
    value
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"'),
  );
}

function pathOf(value: string | undefined, where: string): string {
  if (!value) throw new Error(`${where}: a file is missing.`);
  const path = normalize(join('.', value.replaceAll('\\', '/')));
  if (path.startsWith('..'))
    throw new Error(`${where}: ${value} is outside the folder of pairs.csv.`);
  return path;
}
