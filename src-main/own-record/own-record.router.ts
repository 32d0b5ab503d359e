import { rpc } from '../rpc/base.ts';
import { readLeaderboard, readOwnHistory, readOwnRecord } from './own-record.service.ts';

const { ownRecord } = rpc;

export const ownRecordRouter = ownRecord.router({
  get: ownRecord.get.handler(({ context }) => readOwnRecord(context)),
  history: ownRecord.history.handler(({ context, input }) => readOwnHistory(context, input.range)),
  leaderboard: ownRecord.leaderboard.handler(({ context, input }) =>
    readLeaderboard(context, input.range),
  ),
});
