import type { SignedInContext } from '../rpc/call-context.ts';

/** Who enrols, in which register, at what time, and who is told. */
export type Enroller = Pick<SignedInContext, 'db' | 'account' | 'platform' | 'live'>;
