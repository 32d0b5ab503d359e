/**
 * What of an error may be written down: its name, its code and where it was raised. Messages are
 * left out, for they can quote a student's name out of a constraint or a path.
 */
export function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const code = 'code' in cause ? ` ${String(cause.code)}` : '';
  const frames = (cause.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '));
  return [`${cause.name}${code}`, ...frames].join('\n');
}
