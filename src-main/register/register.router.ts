import { rpc } from '../rpc/base.ts';
import { verifyLog } from './chain.service.ts';
import { discardSession, reinstateSession } from './discard.service.ts';
import { readGallery } from './gallery.service.ts';
import { readHistory } from './history.service.ts';
import { markRest } from './mark-rest.service.ts';
import { markByHand, unmark } from './marking.service.ts';
import { askAgain, dismissDoubt, observe } from './observe.service.ts';
import { propose } from './propose.service.ts';
import { reopenSession } from './reopen.service.ts';
import {
  endSession,
  readOpenSessions,
  readSession,
  readSessions,
  startSession,
} from './sessions.service.ts';
import { markSeen } from './sightings.service.ts';
import { readStudentHistory } from './student-history.service.ts';
import { takenLately } from './taken-lately.service.ts';
import { undoMarks } from './undo.service.ts';
import { watchSession } from './watch-session.ts';

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
