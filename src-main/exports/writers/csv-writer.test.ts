import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, text } from '../sheets/sheet.ts';
import { csvLine, harmlessText } from './csv-writer.ts';

describe('harmlessText', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＠x'])(
    'lets %j start no formula',
    (value) => {
      expect(harmlessText(value)).toBe(`'${value}`);
    },
  );

  it.each(['007', "O'Neill", 'a=b', 'x@y.example', '', ' =1'])('leaves %j alone', (value) => {
    expect(harmlessText(value)).toBe(value);
  });
});

/** Reads one line as RFC 4180 says. */
function fields(line: string): string[] {
  const found = `,${line.replace(/\r\n$/, '')}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...found].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

describe('csvLine', () => {
  it('writes numbers as numbers, and text as it is', () => {
    const line = csvLine([
      text('007'),
      count(-3),
      { kind: 'share', value: 0.875 },
      { kind: 'share', value: null },
      { kind: 'day', day: '2026-11-21' },
      { kind: 'time', minutes: 9 * 60 + 5 },
    ]);
    expect(line).toBe('007,-3,87.5%,,2026-11-21,09:05\r\n');
  });

  it('gives every text back, whatever is in it, and starts no cell with a formula', () => {
    const anything = fc.string({ unit: fc.constantFrom(...'ab1=+-@,"\'\r\n\té') });
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 6 }), (values) => {
        const read = fields(csvLine(values.map(text)));
        expect(read).toEqual(values.map(harmlessText));
        expect(read.some((field) => /^[=+\-@\t\r\n]/.test(field))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
