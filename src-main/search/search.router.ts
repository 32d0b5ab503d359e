import { rpc } from '../rpc/base.ts';
import { find } from './search.service.ts';

export const searchRouter = rpc.people.search.router({
  find: rpc.people.search.find.handler(({ context, input }) => find(context, input.search)),
});
