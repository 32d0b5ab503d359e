import i18next from 'i18next';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import { showError } from '#renderer/app/toast.tsx';
import type { Status } from '#shared/contract/register.contract.ts';
import { applyEntry } from '../live-store.ts';
import { setBack } from './set-back.ts';
import { offerUndo } from './undo-steps.ts';

/** Gives everyone without a mark this status, all at once; that can be undone. */
export async function markRest(sessionId: string, { code, label }: Status): Promise<void> {
  try {
    const entries = await rollcall.register.markRest({ sessionId, code });
    for (const entry of entries) applyEntry(entry);
    if (entries.length === 0) return;
    const changes = entries.map(({ studentId }) => ({ studentId, from: code, to: null }));
    const what = i18next.t('live:rest.done', { count: entries.length, label });
    const undo = () => setBack(sessionId, changes, what);
    offerUndo({ what, studentId: null, undo });
  } catch (error) {
    noteError(error);
    showError(error);
  }
}
