import { rpc } from '../rpc/base.ts';
import type { SignedInContext } from '../rpc/call-context.ts';
import {
  changeStatus,
  createStatus,
  giveRole,
  moveStatus,
  readStatuses,
  removeStatus,
  type StatusEditor,
} from './statuses.service.ts';

const { statuses } = rpc;

const editorOf = ({ db, account, platform }: SignedInContext): StatusEditor => ({
  db,
  actor: account,
  now: platform.now(),
});

export const statusesRouter = statuses.router({
  list: statuses.list.handler(({ context }) => readStatuses(context.db)),
  create: statuses.create.handler(({ context, input }) => createStatus(editorOf(context), input)),
  update: statuses.update.handler(({ context, input }) => changeStatus(editorOf(context), input)),
  move: statuses.move.handler(({ context, input }) => moveStatus(editorOf(context), input)),
  remove: statuses.remove.handler(({ context, input }) =>
    removeStatus(editorOf(context), input.code),
  ),
  giveRole: statuses.giveRole.handler(({ context, input }) => giveRole(editorOf(context), input)),
});
