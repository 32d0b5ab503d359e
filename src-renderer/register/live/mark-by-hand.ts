import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import { applyEntry, noteByHand, useLiveStore } from './live-store.ts';
import { addHandMark, type HandMark, withoutStudent } from './not-saved.ts';

/**
 * Marks a student by hand, or takes the mark back. The row changes when the main process has
 * it on disk; what it did not take stays on the screen as not saved.
 */
export async function markByHand(sessionId: string, mark: HandMark): Promise<void> {
  const { studentId, code } = mark;
  noteByHand(studentId, code !== null);
  try {
    const entry =
      code === null
        ? await rollcall.register.unmark({ sessionId, studentId })
        : await rollcall.register.mark({ sessionId, studentId, code });
    applyEntry(entry);
    useLiveStore.setState(({ notSaved }) => ({
      announced: entry,
      notSaved: withoutStudent(notSaved, studentId),
    }));
  } catch (error) {
    noteByHand(studentId, false);
    noteError(error);
    useLiveStore.setState(({ notSaved }) => ({ notSaved: addHandMark(notSaved, mark, error) }));
  }
}
