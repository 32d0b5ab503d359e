import { describe, expect, it } from 'vitest';
import { allWords, fill, wordsIn } from './words.ts';

const PLACE = /\{\{\w+\}\}/g;

/** Each text by the way to it, such as `sheets.names.register`. */
function texts(node: unknown, path = ''): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe('the words of every language', () => {
  it('are there, have the places of the English ones, and none is empty', () => {
    const english = texts(wordsIn('en').sheets);
    for (const { sheets } of allWords()) {
      const others = new Map(texts(sheets));
      for (const [path, text] of english) {
        const other = others.get(path) ?? '';
        expect(other.trim(), path).not.toBe('');
        expect(other.match(PLACE)?.toSorted(), path).toEqual(text.match(PLACE)?.toSorted());
      }
    }
  });

  it('name sheets as a spreadsheet takes them: short, different, without its signs', () => {
    for (const { sheets } of allWords()) {
      const names = Object.values(sheets.names);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[^\\/?*:[\]']{1,31}$/);
    }
  });
});

describe('fill', () => {
  it('puts values in their places as they are', () => {
    expect(fill('{{a}} of {{b}}', { a: '$& {{b}}', b: 2 })).toBe('$& {{b}} of 2');
  });

  it('refuses to leave a place open', () => {
    expect(() => fill('{{a}}', {})).toThrow(/a/);
  });
});
