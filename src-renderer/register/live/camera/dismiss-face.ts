import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import { showError } from '#renderer/app/toast.tsx';
import { offerUndo, undoneWords } from '../list/undo-steps.ts';

/**
 * Tells the main process that a face was none of these; their flags go when it has heard. That can
 * be undone.
 * @param what the words for it
 */
export async function dismissFace(
  sessionId: string,
  studentIds: string[],
  what: string,
): Promise<void> {
  try {
    await rollcall.register.dismissDoubt({ sessionId, studentIds });
    const undo = async () => {
      await rollcall.register.askAgain({ sessionId, studentIds });
      return undoneWords(what, 0);
    };
    offerUndo({ what, studentId: null, undo });
  } catch (error) {
    noteError(error);
    showError(error);
  }
}
