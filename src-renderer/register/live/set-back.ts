import { rollcall } from '#renderer/app/rollcall-client.ts';
import { applyEntry } from './live-store.ts';
import { undoneWords } from './undo-steps.ts';

/** From what a mark is set back, and to what; null: no mark. */
export interface SetBack {
  studentId: string;
  from: string | null;
  to: string | null;
}

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
