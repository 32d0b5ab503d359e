import { rpc } from '../rpc/base.ts';
import { eraseStudent } from './erasure.service.ts';

export const privacyRouter = rpc.privacy.router({
  eraseStudent: rpc.privacy.eraseStudent.handler(({ context, input }) =>
    eraseStudent({ ...context, actorId: context.account.id }, context.host, input),
  ),
});
