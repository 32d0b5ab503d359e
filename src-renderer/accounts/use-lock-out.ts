import { useEffect, useState } from 'react';
import { errorCode, errorData } from '#renderer/app/error-code.ts';

const TICK_MS = 1000;

function waitOf(error: unknown): number {
  const { retryAfterMs } = errorData(error);
  return errorCode(error) === 'LOCKED_OUT' && typeof retryAfterMs === 'number' ? retryAfterMs : 0;
}

/** Milliseconds until another sign-in may be tried, counting down; 0 while nothing is locked. */
export function useLockOut(error: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = Date.now() + waitOf(error);
    const remaining = () => Math.max(0, until - Date.now());
    setLeft(remaining());
    if (remaining() === 0) return;
    const timer = setInterval(() => {
      setLeft(remaining());
      if (remaining() === 0) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
