import type { SignedInContext } from '../rpc/call-context.ts';

/** Who calls, on which register, at what time, and whom to tell afterwards. */
export type Caller = Pick<SignedInContext, 'db' | 'account' | 'live' | 'platform'>;
