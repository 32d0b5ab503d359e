import { rollcall } from '#renderer/app/rollcall-client.ts';
import type { SetBack } from '#shared/contract/undo-marks.ts';
import { applyEntry } from '../live-store.ts';
import { undoneWords } from './undo-steps.ts';

/** Sets marks back, apart from those changed since, and says what that came to. */
export async function setBack(
  sessionId: string,
  changes: SetBack[],
  what: string,
): Promise<string> {
  const { entries, kept } = await rollcall.register.undo({ sessionId, changes });
  for (const entry of entries) applyEntry(entry);
  return undoneWords(what, kept.length);
}
