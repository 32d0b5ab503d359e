import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import type { CameraTrouble } from '#shared/recognition/camera-trouble.ts';
import { useLiveStore } from '../live-store.ts';
import { addFaces, withoutFaces } from '../not-saved.ts';

/** Has the main process note camera trouble, or (null) that it is over. */
export async function observeTrouble(
  sessionId: string,
  trouble: CameraTrouble | null,
): Promise<void> {
  try {
    await rollcall.register.observe({
      sessionId,
      observation: trouble ? { kind: 'cameraTrouble', trouble } : { kind: 'cameraBack' },
    });
    useLiveStore.setState(({ notSaved }) => ({ notSaved: withoutFaces(notSaved) }));
  } catch (error) {
    noteError(error);
    useLiveStore.setState(({ notSaved }) => ({ notSaved: addFaces(notSaved, error) }));
  }
}
