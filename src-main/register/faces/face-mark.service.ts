import type { Activity } from '#shared/contract/activity.contract.ts';
import type { FaceProposal, ProposalVerdict } from '#shared/contract/register.contract.ts';
import { APP_REASONS } from '#shared/register/app-reasons.ts';
import { isCoolingDown } from '#shared/register/cool-down.ts';
import { inOrder } from '#shared/register/fold.ts';
import { isSettled } from '#shared/register/is-settled.ts';
import { arrivalStatus } from '#shared/register/late-rule.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { noteAgeing, refreshTemplate } from '../../enrolment/template-ageing.service.ts';
import type { Caller } from '../caller.ts';
import { findStatus, lastEventAt } from '../log/attendance.queries.ts';
import { appendEvent } from '../log/event-log.ts';
import { type Cell, cellEvents } from '../log/events.queries.ts';
import { hasConsent } from '../roster/roster.queries.ts';
import { publishChange } from '../sessions/publish-change.ts';
import { requireOpenSession } from '../sessions/session-rules.ts';
import type { SessionRecord } from '../sessions/sessions.queries.ts';
import { activeStatuses } from '../statuses.queries.ts';
import { rounded, trackOf } from './face-report.service.ts';
import { contradicts, noteSeen, showSeen } from './sightings.service.ts';

/** How old a frame may be when its proposal arrives; what is older is dated to this. */
const OLDEST_FRAME_MS = 60_000;

/** A face that has been matched and found alive. */
export interface SettledFace {
  studentId: string;
  /** Cosine similarity with the student's nearest template. */
  score: number;
}

type Outcome =
  | ProposalVerdict
  | { kind: 'written'; activities: Activity[] }
  /** Marked away by somebody, and seen at this instant. */
  | { kind: 'noted'; activity: Activity; at: number };

/** The worker's clock is not trusted beyond what a slow frame explains. */
function seenAt(capturedAt: number, startedAt: number, now: number): number {
  return Math.max(Math.min(capturedAt, now), now - OLDEST_FRAME_MS, Math.min(startedAt, now));
}

/**
 * The camera does not overrule a person who has taken the mark back. A mark that was undone leaves
 * the student as before it.
 */
function wasTakenBackByHand(tx: Db, cell: Cell): boolean {
  const byHand = inOrder(cellEvents(tx, cell)).filter(({ method }) => method === 'manual');
  if (byHand.at(-1)?.kind !== 'void') return false;
  return byHand.some(({ kind, reason }) => kind === 'void' && reason !== APP_REASONS.undone);
}

function write(tx: Db, caller: Caller, proposal: FaceProposal, face: SettledFace): Outcome {
  const { account, platform } = caller;
  const { studentId, score } = face;
  // Asked again inside the transaction: it may have ended, or consent gone, since the match.
  const session = requireOpenSession(tx, caller, proposal.sessionId);
  const cell = { sessionId: session.id, studentId };
  const now = platform.now();
  const before = findStatus(tx, cell);
  const capturedAt = seenAt(proposal.capturedAt, session.startedAt, now);
  const isContradicted = contradicts(caller.db, before, capturedAt);
  if (isSettled(before) && !isContradicted) return { kind: 'alreadyMarked', studentId };
  if (!hasConsent(tx, studentId)) return { kind: 'refused', why: 'noConsent', studentId };
  if (before && isContradicted) {
    return { kind: 'noted', activity: noteSeen(tx, caller, before), at: capturedAt };
  }
  if (wasTakenBackByHand(tx, cell)) return { kind: 'refused', why: 'takenBack', studentId };
  if (isCoolingDown(lastEventAt(tx, cell), now)) {
    return { kind: 'refused', why: 'coolDown', studentId };
  }
  const { code } = arrivalStatus(capturedAt, session, activeStatuses(tx));
  appendEvent(tx, {
    ...cell,
    kind: 'mark',
    code,
    method: 'face',
    score,
    evidence: JSON.stringify(proposal.evidence),
    policy: session.livenessPolicy,
    capturedAt,
    utcOffsetMinutes: platform.utcOffsetMinutes(capturedAt),
    recordedAt: now,
    actorId: account.id,
    reason: null,
  });
  noteAgeing(tx, studentId, now);
  const detail = { code, method: 'face', score: rounded(score) };
  const entry = { at: now, kind: 'marked', actorId: account.id, ...cell, detail } as const;
  const activities = [recordActivity(tx, entry)];
  if (before) activities.push(recordActivity(tx, { ...entry, kind: 'awayButHere' }));
  return { kind: 'written', activities };
}

/** The mark stands whatever becomes of the template: what goes wrong here is no failure of the mark. */
async function keepUp(
  caller: Caller,
  session: SessionRecord,
  proposal: FaceProposal,
  face: SettledFace,
): Promise<void> {
  try {
    await refreshTemplate(caller, session, proposal, face);
  } catch (error) {
    caller.platform.log.error('An old template could not be replaced', error);
  }
}

/**
 * Marks a student whose face has been matched and found alive, unless the register says
 * otherwise: who was known to be away is here after all, and the feed tells of it; a mark that
 * somebody made stands, and a student marked away so is flagged as seen. Event, status in force and
 * activity are committed together, and to the disk, before this returns; then whoever watches is
 * told.
 * @throws DomainError SESSION_ENDED
 */
export async function markByFace(
  caller: Caller,
  session: SessionRecord,
  proposal: FaceProposal,
  face: SettledFace,
): Promise<ProposalVerdict> {
  const outcome = inTransaction(caller.db, (tx) => write(tx, caller, proposal, face));
  const { studentId } = face;
  const cell = { sessionId: session.id, studentId };
  if (outcome.kind === 'noted') {
    const entry = showSeen(caller, cell, outcome);
    return { kind: 'seenThoughAway', studentId, entry };
  }
  if (outcome.kind !== 'written') return outcome;
  const settling = { kind: 'matched', track: trackOf(proposal) } as const;
  const [activity, told] = outcome.activities;
  const entry = publishChange(caller, cell, { activity: activity ?? null, settling });
  if (told) caller.live.publish(session.id, { kind: 'activity', activity: told });
  await keepUp(caller, session, proposal, face);
  return { kind: 'marked', studentId, entry };
}
