import { rpc } from '../../rpc/base.ts';
import {
  cancelAbsence,
  changeAbsence,
  planAbsence,
  readAbsences,
  restoreAbsence,
} from './absences.service.ts';

const { absences } = rpc;

export const absencesRouter = absences.router({
  list: absences.list.handler(({ context, input }) => readAbsences(context, input)),
  create: absences.create.handler(({ context, input }) => planAbsence(context, input)),
  update: absences.update.handler(({ context, input }) => changeAbsence(context, input)),
  cancel: absences.cancel.handler(({ context, input }) => cancelAbsence(context, input.id)),
  restore: absences.restore.handler(({ context, input }) => restoreAbsence(context, input.id)),
});
