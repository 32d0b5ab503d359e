import type { Method } from '../contract/register.contract.ts';

/**
 * Whether somebody or a face has said how a student stands. What the app itself gave, such as to
 * a student known to be away, stands until then.
 */
export function isSettled(mark: { method: Method } | null): boolean {
  return mark !== null && mark.method !== 'rule';
}
