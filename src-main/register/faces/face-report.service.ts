import type { FaceProposal } from '#shared/contract/register.contract.ts';
import type { LivenessSuspicion } from '#shared/liveness/judge.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { isSettled } from '#shared/register/is-settled.ts';
import { type NewActivity, recordActivity } from '../../activity/activity.service.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { findStudent } from '../../people/students.queries.ts';
import type { Caller } from '../caller.ts';
import { findStatus } from '../log/attendance.queries.ts';
import { publishEntries } from '../sessions/publish-change.ts';
import { memoryOf } from './session-memory.ts';
import type { Track } from './track-reports.ts';

/** What the feed hears of a face that is not marked. */
export type FaceReport =
  | { kind: 'unknownFace'; score: number }
  | { kind: 'unsureFace'; candidates: readonly string[]; score: number }
  | { kind: 'otherClassFace'; studentId: string; score: number }
  | { kind: 'suspectedPhoto'; studentId: string; why: LivenessSuspicion; score: number };

/** The continuous face that a proposal is about. */
export function trackOf({ trackId, capturedAt, evidence }: FaceProposal): Track {
  return { trackId, beganAt: capturedAt - evidence.durationMs };
}

/** A score as people read it in the feed; the event keeps it in full. */
export const rounded = (score: number) => Math.round(score * 1000) / 1000;

function entryFor(db: Db, report: FaceReport): Pick<NewActivity, 'kind' | 'studentId' | 'detail'> {
  const score = rounded(report.score);
  switch (report.kind) {
    case 'unknownFace':
      return { kind: report.kind, detail: { score } };
    case 'otherClassFace': {
      const { studentId } = report;
      const className = findStudent(db, studentId)?.className ?? null;
      return { kind: report.kind, studentId, detail: { score, className } };
    }
    case 'unsureFace': {
      const [studentId, other] = report.candidates;
      return { kind: report.kind, studentId, detail: { score, other: other ?? null } };
    }
    case 'suspectedPhoto':
      return {
        kind: report.kind,
        studentId: report.studentId,
        detail: { score, why: report.why },
      };
  }
}

/** Flags those whom nobody has marked yet, and shows the flags that are new. */
function flagUnsure(
  { db, live }: Caller,
  proposal: FaceProposal,
  candidates: readonly string[],
): void {
  const { sessionId } = proposal;
  const unmarked = candidates.filter(
    (studentId) => !isSettled(findStatus(db, { sessionId, studentId })),
  );
  const { doubts } = memoryOf(db, sessionId);
  publishEntries({ db, live }, sessionId, doubts.add(trackOf(proposal), unmarked));
}

/**
 * Notes a face that was not marked, once for each continuous face, and flags the students it may
 * be. A face nobody knows is noted only after as many frames as a match would need.
 */
export function reportFace(caller: Caller, proposal: FaceProposal, report: FaceReport): void {
  const { db, account, live, platform } = caller;
  const { sessionId } = proposal;
  if (report.kind === 'unsureFace') flagUnsure(caller, proposal, report.candidates);
  if (report.kind === 'unknownFace' && proposal.described < DESCRIPTOR_MODEL.minVotes) return;
  if (!memoryOf(db, sessionId).reports.isNews(report.kind, trackOf(proposal))) return;
  const activity = inTransaction(db, (tx) =>
    recordActivity(tx, {
      ...entryFor(tx, report),
      at: platform.now(),
      actorId: account.id,
      sessionId,
    }),
  );
  live.publish(sessionId, { kind: 'activity', activity });
}
