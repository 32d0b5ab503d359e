import type { LiveUpdate } from '#shared/contract/register.contract.ts';
import { accountSignedIn } from '../../accounts/sign-in-state.ts';
import type { SignedInContext } from '../../rpc/call-context.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { watchStream } from '../../rpc/watched-stream.ts';
import { requireSession } from './session-rules.ts';

function assertStillSeen(context: SignedInContext, sessionId: string): void {
  const account = accountSignedIn(context);
  if (account === null) throw new DomainError('UNAUTHENTICATED');
  const { db } = context.host.register();
  requireSession(db, { account, platform: context.platform }, sessionId);
}

/**
 * What happens in a session from now on, for as long as this account may see it: that is asked
 * afresh before each update.
 * @throws DomainError as `requireSession`, at once or as the end of the stream
 */
export function watchSession(
  context: SignedInContext,
  sessionId: string,
  signal?: AbortSignal,
): AsyncIteratorObject<LiveUpdate, void, void> {
  requireSession(context.db, context, sessionId);
  return watchStream(context.live.subscribe(sessionId, signal), {
    beforeValue: () => assertStillSeen(context, sessionId),
  });
}
