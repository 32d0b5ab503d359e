import { rpc } from '../../rpc/base.ts';
import { addGuest, dismissGuest, mergeGuest, readGuests, restoreGuest } from './guests.service.ts';
import { unmergeGuest } from './unmerge-guest.service.ts';

const { guests } = rpc;

export const guestsRouter = guests.router({
  list: guests.list.handler(({ context, input }) => readGuests(context, input.sessionId)),
  add: guests.add.handler(({ context, input }) => addGuest(context, input)),
  merge: guests.merge.handler(({ context, input }) => mergeGuest(context, input)),
  unmerge: guests.unmerge.handler(({ context, input }) => unmergeGuest(context, input.id)),
  dismiss: guests.dismiss.handler(({ context, input }) => dismissGuest(context, input.id)),
  restore: guests.restore.handler(({ context, input }) => restoreGuest(context, input.id)),
});
