/** Licences that let their work be part of an app like this one; SPDX identifiers. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/**
 * Whether an SPDX expression allows what the app does: one of those joined by OR, all of those
 * joined by AND. Nested parentheses do not occur in packages and are not allowed.
 */
export function isAllowed(expression: string): boolean {
  const plain = expression.trim().replace(/^\(([^()]*)\)$/, '$1');
  return plain
    .split(' OR ')
    .some((way) => way.split(' AND ').every((one) => ALLOWED.has(one.trim())));
}
