import { useEffect, useRef, useState } from 'react';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { ExportProgress, ExportRequest } from '#shared/contract/exports.contract.ts';

/** Where an export stands. */
export type ExportState =
  | { kind: 'idle' }
  /** The save dialog is open, or nothing has been counted yet. */
  | { kind: 'asking' }
  | { kind: 'working'; done: number; total: number }
  | { kind: 'saved'; path: string; rows: number }
  /** Stopped while the file was being written; leaving the save dialog is `idle` again. */
  | { kind: 'stopped' }
  | { kind: 'failed'; error: unknown };

function stateOf(progress: ExportProgress): ExportState {
  switch (progress.kind) {
    case 'working':
    case 'saved':
      return progress;
    case 'cancelled':
      return { kind: 'idle' };
    default:
      return assertNever(progress);
  }
}

/** Runs one export at a time; leaving the screen stops it. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(request: ExportRequest): Promise<void> {
    const control = new AbortController();
    running.current = control;
    setState({ kind: 'asking' });
    try {
      const progress = await rollcall.exports.run(request, { signal: control.signal });
      for await (const step of progress) setState(stateOf(step));
    } catch (error) {
      if (control.signal.aborted) return;
      noteError(error);
      setState({ kind: 'failed', error });
    }
  }

  function cancel() {
    running.current?.abort();
    setState({ kind: state.kind === 'working' ? 'stopped' : 'idle' });
  }

  const busy = state.kind === 'asking' || state.kind === 'working';
  return { state, run, cancel, busy };
}
