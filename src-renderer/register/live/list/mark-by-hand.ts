import i18next from 'i18next';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { RosterEntry } from '#shared/contract/register.contract.ts';
import { applyEntry, useLiveStore } from '../live-store.ts';
import { addHandMark, type HandMark, withoutStudent } from '../not-saved.ts';
import { setBack } from './set-back.ts';
import { addStep, dropStep, undoStep } from './undo-steps.ts';

/** What was asked for and is not answered yet, by student. */
const asked = new Map<string, string | null>();

/** The code that a student has, or will have once what was asked for is done. */
function codeNow(studentId: string): string | null {
  const coming = asked.get(studentId);
  if (coming !== undefined) return coming;
  const { session } = useLiveStore.getState();
  return session?.roster.find((row) => row.studentId === studentId)?.mark?.code ?? null;
}

/** What a mark says, for the message and the undo button. */
function wordsOf({ studentId, code }: HandMark): string {
  const { session } = useLiveStore.getState();
  const name = session?.roster.find((row) => row.studentId === studentId)?.fullName ?? '';
  const label = session?.statuses.find((status) => status.code === code)?.label ?? '';
  return code === null ? i18next.t('live:takenBack', { name }) : `${name}: ${label}`;
}

function request(sessionId: string, { studentId, code, asSeen }: HandMark): Promise<RosterEntry> {
  const { register } = rollcall;
  if (asSeen) return register.markSeen({ sessionId, studentId });
  return code === null
    ? register.unmark({ sessionId, studentId })
    : register.mark({ sessionId, studentId, code });
}

/** The row changes when the main process has it on disk. */
async function ask(sessionId: string, mark: HandMark): Promise<RosterEntry> {
  const { studentId, code } = mark;
  asked.set(studentId, code);
  try {
    const entry = await request(sessionId, mark);
    applyEntry(entry);
    return entry;
  } finally {
    if (asked.get(studentId) === code) asked.delete(studentId);
  }
}

/** Whether a promise came to something; waits until it is known. */
const succeeded = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => true,
    () => false,
  );

/**
 * Marks a student by hand, or takes the mark back; that can be undone. What the main process did
 * not take stays on the screen as not saved.
 * @param undoAlso what else is to be taken back with it
 */
export async function markByHand(
  sessionId: string,
  mark: HandMark,
  undoAlso: () => Promise<void> = async () => {},
): Promise<void> {
  const { studentId, code } = mark;
  const before = codeNow(studentId);
  if (before === code) return;
  const what = wordsOf(mark);
  const done = ask(sessionId, mark);
  const undo = async () => {
    if (!(await succeeded(done))) return null;
    const words = await setBack(sessionId, [{ studentId, from: code, to: before }], what);
    await undoAlso();
    return words;
  };
  const stepId = addStep({ what, studentId, undo });
  try {
    await done;
    showDone(what, () => void undoStep(stepId));
    useLiveStore.setState(({ notSaved }) => ({ notSaved: withoutStudent(notSaved, studentId) }));
  } catch (error) {
    dropStep(stepId);
    noteError(error);
    useLiveStore.setState(({ notSaved }) => ({ notSaved: addHandMark(notSaved, mark, error) }));
  }
}
