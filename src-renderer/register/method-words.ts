import type { Method } from '#shared/contract/register.contract.ts';

/** Which words say how a mark was made: a rule gives a reason where absence was reported. */
export function methodWords(method: Method, reason: string | null): Method | 'planned' {
  return method === 'rule' && reason !== null ? 'planned' : method;
}
