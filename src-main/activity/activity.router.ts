import { rpc } from '../rpc/base.ts';
import { readActivity } from './activity.service.ts';

export const activityRouter = rpc.activity.router({
  list: rpc.activity.list.handler(({ context, input }) => readActivity(context.db, context, input)),
});
