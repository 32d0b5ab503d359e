import { useState } from 'react';
import type { ImportWorking } from '#shared/contract/imports.contract.ts';

const isWorking = (step: { kind: string }): step is ImportWorking => step.kind === 'working';

/** How far an import is, or the taking back of one. */
export function useProgress() {
  const [progress, setProgress] = useState<ImportWorking | null>(null);

  /** Follows the steps to their end. Returns the last. */
  async function follow<T extends { kind: string }>(
    steps: PromiseLike<AsyncIterable<T>>,
  ): Promise<Exclude<T, ImportWorking>> {
    let last: Exclude<T, ImportWorking> | null = null;
    try {
      for await (const step of await steps) {
        if (isWorking(step)) setProgress(step);
        else last = step as Exclude<T, ImportWorking>;
      }
    } finally {
      setProgress(null);
    }
    if (last === null) throw new Error('The import has ended without saying how.');
    return last;
  }

  return { progress, follow };
}
