import i18next from 'i18next';
import { noteError } from '#renderer/app/standing.ts';
import { showDone, showError } from '#renderer/app/toast.tsx';
import { useLiveStore } from '../live-store.ts';

/** Something done in a session that can be taken back. */
export interface UndoStep {
  id: string;
  /** What was done, in words for the button and the message. */
  what: string;
  /** Whom it was about, so that their row can be gone to; null for more than one or a guest. */
  studentId: string | null;
  /** Takes it back and says what that came to; null where it had not been done after all. */
  undo: () => Promise<string | null>;
}

/** As many steps back as anybody goes. */
const KEPT = 100;

/** Notes what has been done, so that it can be taken back. Returns the step's id. */
export function addStep(step: Omit<UndoStep, 'id'>): string {
  const id = crypto.randomUUID();
  useLiveStore.setState(({ undoSteps }) => ({
    undoSteps: [...undoSteps, { ...step, id }].slice(-KEPT),
  }));
  return id;
}

/** Forgets a step, such as one that was not done after all. */
export function dropStep(id: string): void {
  useLiveStore.setState(({ undoSteps }) => ({
    undoSteps: undoSteps.filter((step) => step.id !== id),
  }));
}

/** Notes what has been done, and says so in a message that offers to take it back. */
export function offerUndo(step: Omit<UndoStep, 'id'>): void {
  const id = addStep(step);
  showDone(step.what, () => void undoStep(id));
}

/** Takes one step back and says what was undone; a step that could not be undone stays. */
export async function undoStep(id: string): Promise<void> {
  const step = useLiveStore.getState().undoSteps.find((one) => one.id === id);
  if (!step) return;
  dropStep(id);
  try {
    const words = await step.undo();
    if (words !== null) showDone(words);
  } catch (error) {
    noteError(error);
    showError(error);
    addStep(step);
  }
}

/** Takes the last step back. Returns it, at once; null where there is none. */
export function undoLast(): UndoStep | null {
  const last = useLiveStore.getState().undoSteps.at(-1) ?? null;
  if (last) void undoStep(last.id);
  return last;
}

/** The words for what a step has come to. */
export function undoneWords(what: string, kept: number): string {
  const words = i18next.t('live:undo.done', { what });
  return kept > 0 ? `${words} ${i18next.t('live:undo.kept', { count: kept })}` : words;
}
