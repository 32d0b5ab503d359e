import { useEffect, useState } from 'react';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { followSession } from './follow-session.ts';
import { clearLive } from './live-store.ts';

/**
 * Keeps the live store in step with a session while the screen is there. Returns the way to
 * begin anew after a failure.
 */
export function useFollowedSession(sessionId: string): () => void {
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt begins anew
  useEffect(() => {
    clearLive();
    const stop = new AbortController();
    void followSession(sessionId, stop.signal);
    return () => {
      stop.abort();
      clearLive();
      void queryClient.invalidateQueries({ queryKey: api.register.key() });
    };
  }, [sessionId, attempt]);
  return () => setAttempt((count) => count + 1);
}
