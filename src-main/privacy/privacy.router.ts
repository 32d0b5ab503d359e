import { rpc } from '../rpc/base.ts';
import { eraseStudent } from './erasure.service.ts';
import { countNotices } from './retention.queries.ts';
import {
  changeRetention,
  keepStudent,
  lookAhead,
  readRetentionStatus,
} from './retention.service.ts';

const { privacy } = rpc;

export const privacyRouter = privacy.router({
  eraseStudent: privacy.eraseStudent.handler(({ context, input }) => {
    const { id } = context.account;
    return eraseStudent({ ...context, actorId: id, inNameOf: id }, context.host, input);
  }),
  retention: privacy.retention.handler(({ context }) => readRetentionStatus(context)),
  planRetention: privacy.planRetention.handler(({ context, input }) => lookAhead(context, input)),
  setRetention: privacy.setRetention.handler(({ context, input }) =>
    changeRetention(context, input),
  ),
  keepStudent: privacy.keepStudent.handler(({ context, input }) => keepStudent(context, input)),
  retentionNotices: privacy.retentionNotices.handler(({ context }) => countNotices(context.db)),
});
