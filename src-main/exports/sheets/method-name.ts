import { isKnownAway } from '#shared/register/known-away.ts';
import type { Words } from '#shared/words/words.ts';
import type { ExportMark } from '../exports.queries.ts';

/** How a mark was made, or that the student was reported away. */
export function methodName(
  mark: Pick<ExportMark, 'method' | 'reason'>,
  { methods }: Words['sheets'],
): string {
  return isKnownAway(mark) ? methods.away : methods[mark.method];
}
