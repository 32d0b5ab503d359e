import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

const ENGLISH = globSync('src-{renderer,shared}/**/*.en.json', { cwd: ROOT })
  .map((file) => file.replaceAll(path.sep, '/'))
  .toSorted();

/** Names, formats and units that Hindi writes as English does, and the end of a version of a text. */
const SAME_IN_BOTH =
  /\b(Rollcall|English|Ctrl|Enter|Electron|Chromium|Excel|OpenDocument|xlsx|ods|csv|CSV|XLSX|PDF|QR|ms)\b|\/en$/g;

/** What stays as it is in every language: places, nesting and tags. */
const FIXED = /\{\{[^}]*\}\}|\$t\([^)]*\)|<\/?[\w-]+\s*\/?>/g;

/** Each text by the way to it, such as `sheets.names.register`. */
function texts(node: unknown, way: readonly string[] = []): [way: string, text: string][] {
  if (typeof node === 'string') return [[way.join('.'), node]];
  return Object.entries(node as object).flatMap(([key, inner]) => texts(inner, [...way, key]));
}

function readTexts(file: string): Map<string, string> {
  return new Map(texts(JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'))));
}

/**
 * The fixed parts of a text in any order. `{{count}}` in the form for one may come and go: Hindi uses
 * that form for none too, and has to say which.
 */
function fixedParts(way: string, text: string): string[] {
  const parts = text.match(FIXED) ?? [];
  return parts.filter((part) => !(way.endsWith('_one') && part === '{{count}}')).toSorted();
}

/** Whether there are words to translate, beside places, signs and names. */
function needsDevanagari(english: string): boolean {
  return /\p{Letter}/u.test(english.replaceAll(FIXED, '').replaceAll(SAME_IN_BOTH, ''));
}

/** What is wrong with the Hindi of one file, one line each. */
function faults(english: Map<string, string>, hindi: Map<string, string>): string[] {
  const surplus = [...hindi.keys()].filter((way) => !english.has(way));
  const wrong = [...english].flatMap(([way, text]) => faultOf(way, text, hindi.get(way)) ?? []);
  return [...wrong, ...surplus.map((way) => `${way}: not in English`)];
}

function faultOf(way: string, english: string, hindi: string | undefined): string | undefined {
  if (hindi === undefined) return `${way}: missing`;
  if (hindi.trim() === '') return `${way}: empty`;
  const wanted = fixedParts(way, english).join(' ');
  const found = fixedParts(way, hindi).join(' ');
  if (wanted !== found) return `${way}: has “${found}”, needs “${wanted}”`;
  if (needsDevanagari(english) && !/\p{Script=Devanagari}/u.test(hindi)) {
    return `${way}: not in Hindi: ${hindi}`;
  }
  // One way to write a letter with a nukta, so that a search finds it.
  return hindi === hindi.normalize('NFC') ? undefined : `${way}: not in normal form (NFC)`;
}

const inHindi = (file: string) => file.replace(/\.en\.json$/, '.hi.json');

describe('the Hindi words', () => {
  it('are looked for where the English ones are', () => {
    expect(ENGLISH).toContain('src-renderer/app/app.en.json');
    expect(ENGLISH).toContain('src-shared/words/words.en.json');
  });

  it.each(ENGLISH)('say all that %s says', (file) => {
    expect(faults(readTexts(file), readTexts(inHindi(file)))).toEqual([]);
  });
});

describe('the comparison', () => {
  const english = new Map([
    ['a', 'Add {{name}}'],
    ['n_one', '{{count}} row'],
    ['x', 'Excel (.xlsx)'],
  ]);
  const good = new Map([
    ['a', '{{name}} जोड़ें'.normalize('NFC')],
    ['n_one', 'एक पंक्ति'],
    ['x', 'एक्सेल'],
  ]);

  it.each([
    ['a key that is missing', [['a', undefined]], 'a: missing'],
    ['a key too many', [['b', 'जोड़ें']], 'b: not in English'],
    ['an empty text', [['a', ' ']], 'a: empty'],
    ['another place', [['a', '{{who}} जोड़ें']], 'a: has “{{who}}”, needs “{{name}}”'],
    ['English left standing', [['a', 'Add {{name}}']], 'a: not in Hindi: Add {{name}}'],
  ] as const)('finds %s', (_what, changes, fault) => {
    const hindi = new Map<string, string>(good);
    for (const [way, text] of changes)
      text === undefined ? hindi.delete(way) : hindi.set(way, text);
    expect(faults(english, hindi)).toEqual([fault]);
  });

  it('finds nothing where all is well', () => {
    expect(faults(english, good)).toEqual([]);
  });
});
