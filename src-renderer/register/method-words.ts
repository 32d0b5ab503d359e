import type { Method } from '#shared/contract/register.contract.ts';
import { isKnownAway } from '#shared/register/known-away.ts';

/** Which words say how a mark was made, or that absence was reported. */
export function methodWords(method: Method, reason: string | null): Method | 'planned' {
  return isKnownAway({ method, reason }) ? 'planned' : method;
}
