import type { Words } from '#shared/words/words.ts';
import type { ExportMark } from './exports.queries.ts';

/** How a mark was made. A rule gives a reason where the student was known to be away. */
export function methodName(
  { method, reason }: Pick<ExportMark, 'method' | 'reason'>,
  { methods }: Words['sheets'],
): string {
  return method === 'rule' && reason !== null ? methods.away : methods[method];
}
