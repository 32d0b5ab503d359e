import { ORPCError } from '@orpc/client';
import { useEffect, useRef, useState } from 'react';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import type { OpenedFile } from '#shared/contract/imports.contract.ts';
import type { ImportKind } from '#shared/imports/import-field.ts';
import { TABLE_LIMITS } from '#shared/imports/table.ts';

/** Where the opening of a list stands. */
export type OpeningState =
  | { kind: 'idle' }
  | { kind: 'reading'; fileName: string }
  | { kind: 'failed'; error: unknown };

/** Opens one list at a time; leaving the screen stops it. */
export function useOpenList(kind: ImportKind, onOpened: (file: OpenedFile) => void) {
  const [state, setState] = useState<OpeningState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function open(file: File): Promise<void> {
    running.current?.abort();
    if (file.size > TABLE_LIMITS.fileBytes) {
      // Not even sent: main would refuse it the same.
      const error = new ORPCError('UNREADABLE_FILE', { data: { why: 'tooLarge' } });
      setState({ kind: 'failed', error });
      return;
    }
    const control = new AbortController();
    running.current = control;
    setState({ kind: 'reading', fileName: file.name });
    try {
      const steps = await rollcall.imports.open({ kind, file }, { signal: control.signal });
      for await (const step of steps) {
        if (step.kind === 'opened') onOpened(step.file);
      }
      setState({ kind: 'idle' });
    } catch (error) {
      if (control.signal.aborted) return;
      noteError(error);
      setState({ kind: 'failed', error });
    }
  }

  function cancel() {
    running.current?.abort();
    setState({ kind: 'idle' });
  }

  return { state, open, cancel };
}
