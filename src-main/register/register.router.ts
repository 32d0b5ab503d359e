import { rpc } from '../rpc/base.ts';
import { readGallery } from './faces/gallery.service.ts';
import { askAgain, dismissDoubt, observe } from './faces/observe.service.ts';
import { propose } from './faces/propose.service.ts';
import { markSeen } from './faces/sightings.service.ts';
import { verifyLog } from './log/chain.service.ts';
import { readHistory } from './marks/history.service.ts';
import { markRest } from './marks/mark-rest.service.ts';
import { markByHand, unmark } from './marks/marking.service.ts';
import { readStudentHistory } from './marks/student-history.service.ts';
import { undoMarks } from './marks/undo.service.ts';
import { discardSession, reinstateSession } from './sessions/discard.service.ts';
import { reopenSession } from './sessions/reopen.service.ts';
import {
  endSession,
  readOpenSessions,
  readSession,
  readSessions,
  startSession,
} from './sessions/sessions.service.ts';
import { takenLately } from './sessions/taken-lately.service.ts';
import { watchSession } from './sessions/watch-session.ts';

const { register } = rpc;

export const registerRouter = register.router({
  start: register.start.handler(({ context, input }) => startSession(context, input)),
  takenLately: register.takenLately.handler(({ context, input }) => takenLately(context, input)),
  open: register.open.handler(({ context }) => readOpenSessions(context)),
  get: register.get.handler(({ context, input }) => readSession(context, input.sessionId)),
  list: register.list.handler(({ context, input }) => readSessions(context, input)),
  gallery: register.gallery.handler(({ context, input }) => readGallery(context, input)),
  propose: register.propose.handler(({ context, input }) => propose(context, input)),
  observe: register.observe.handler(({ context, input }) =>
    observe(context, input.sessionId, input.observation),
  ),
  dismissDoubt: register.dismissDoubt.handler(({ context, input }) =>
    dismissDoubt(context, input.sessionId, input.studentIds),
  ),
  askAgain: register.askAgain.handler(({ context, input }) =>
    askAgain(context, input.sessionId, input.studentIds),
  ),
  mark: register.mark.handler(({ context, input }) => markByHand(context, input)),
  markSeen: register.markSeen.handler(({ context, input }) => markSeen(context, input)),
  unmark: register.unmark.handler(({ context, input }) => unmark(context, input)),
  markRest: register.markRest.handler(({ context, input }) => markRest(context, input)),
  undo: register.undo.handler(({ context, input }) => undoMarks(context, input)),
  end: register.end.handler(({ context, input }) => endSession(context, input.sessionId)),
  reopen: register.reopen.handler(({ context, input }) => reopenSession(context, input.sessionId)),
  discard: register.discard.handler(({ context, input }) => discardSession(context, input)),
  reinstate: register.reinstate.handler(({ context, input }) =>
    reinstateSession(context, input.sessionId),
  ),
  history: register.history.handler(({ context, input }) => readHistory(context, input)),
  studentHistory: register.studentHistory.handler(({ context, input }) =>
    readStudentHistory(context, input),
  ),
  live: register.live.handler(({ context, input, signal }) =>
    watchSession(context, input.sessionId, signal),
  ),
  verify: register.verify.handler(({ context }) => verifyLog(context.db)),
});
