import type { SignedInContext } from '../rpc/call-context.ts';

/** Who imports, from which window, into which register. */
export type Importer = Pick<SignedInContext, 'db' | 'account' | 'platform' | 'connection'>;
