import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import { applyEntry, useLiveStore } from './live-store.ts';
import { addHandMark, type HandMark, withoutStudent } from './not-saved.ts';

/**
 * Marks a student by hand, or takes the mark back. The row changes when the main process has
 * it on disk; what it did not take stays on the screen as not saved.
 */
export async function markByHand(sessionId: string, mark: HandMark): Promise<void> {
  const { studentId, code } = mark;
  try {
    const entry =
      code === null
        ? await rollcall.register.unmark({ sessionId, studentId })
        : await rollcall.register.mark({ sessionId, studentId, code });
    applyEntry(entry);
    useLiveStore.setState(({ notSaved }) => ({ notSaved: withoutStudent(notSaved, studentId) }));
  } catch (error) {
    noteError(error);
    useLiveStore.setState(({ notSaved }) => ({ notSaved: addHandMark(notSaved, mark, error) }));
  }
}
