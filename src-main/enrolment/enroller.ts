import type { SignedInContext } from '../rpc/call-context.ts';

/** Who enrols, in which register, at what time. */
export type Enroller = Pick<SignedInContext, 'db' | 'account' | 'platform'>;
