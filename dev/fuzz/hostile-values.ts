import fc, { type Arbitrary } from 'fast-check';

const HOSTILE = [
  '../../../../escape',
  '..\\..\\escape',
  '/etc/escape',
  'C:\\Windows\\escape',
  'file:///etc/passwd',
  'con',
  'a\0b',
  "'; DROP TABLE students; --",
  '=HYPERLINK("http://example.org","x")',
  "+1+cmd|' /C calc'!A0",
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '\u202Egnp.exe',
  '\uD800',
  'é'.normalize('NFD'),
  '😀'.repeat(40),
  'x'.repeat(10_000),
  ' ',
  '',
] as const;

/** Text as an attacker or a broken file would send it, and plain text, so that some gets through. */
export function hostileText(maxLength: number | undefined): Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{3,11}$/) },
    { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: maxLength ?? 300 }) },
  );
}

/** Mostly ids that exist, whatever they belong to. */
export function knownIds(ids: readonly string[]): Arbitrary<string> {
  const exists = ids.length > 0 ? fc.constantFrom(...ids) : fc.uuid();
  return fc.oneof({ weight: 9, arbitrary: exists }, { weight: 1, arbitrary: fc.uuid() });
}

/** Anything at all where something else was expected. */
export const anythingElse: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    2 ** 53,
    1e308,
    10n ** 30n,
    [],
    {},
    new Float32Array(3),
    new Date(Number.NaN),
    Symbol.iterator.toString(),
  ),
  fc.constantFrom(...HOSTILE),
  fc.anything({ maxDepth: 2 }),
);
