import { rpc } from '../rpc/base.ts';
import { unsettledChanges } from './clock.queries.ts';
import { clockOfSession, confirmClock } from './clock.service.ts';

export const clockRouter = rpc.settings.clock.router({
  inDoubt: rpc.settings.clock.inDoubt.handler(({ context }) => unsettledChanges(context.db)),
  confirm: rpc.settings.clock.confirm.handler(({ context }) => confirmClock(context)),
  ofSession: rpc.settings.clock.ofSession.handler(({ context, input }) =>
    clockOfSession(context, input.sessionId),
  ),
});
