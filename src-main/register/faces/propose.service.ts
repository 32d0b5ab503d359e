import { assertNever } from '#shared/assert-never.ts';
import type { FaceProposal, ProposalVerdict, Refusal } from '#shared/contract/register.contract.ts';
import { judgeLiveness } from '#shared/liveness/judge.ts';
import { decideIdentity } from '#shared/recognition/decide.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { vectorProblem } from '#shared/recognition/vector-problem.ts';
import { isSettled } from '#shared/register/is-settled.ts';
import { findStudent } from '../../people/students.queries.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import type { Caller } from '../caller.ts';
import { findStatus } from '../log/attendance.queries.ts';
import { requireOpenSession } from '../sessions/session-rules.ts';
import type { SessionRecord } from '../sessions/sessions.queries.ts';
import { decideForRoster, type RosterDecision } from './decide-for-roster.ts';
import { markByFace, type SettledFace } from './face-mark.service.ts';
import { reportFace } from './face-report.service.ts';
import { sessionGallery } from './gallery.service.ts';
import { contradicts } from './sightings.service.ts';

type KnownFace = Exclude<RosterDecision, { kind: 'unknown' }>;

const refused = (why: Refusal, studentId: string | null): ProposalVerdict => ({
  kind: 'refused',
  why,
  studentId,
});

function requireProbe({ modelId, probe }: FaceProposal): void {
  if (modelId !== DESCRIPTOR_MODEL.id) throw new DomainError('OTHER_MODEL');
  const why = vectorProblem(probe, DESCRIPTOR_MODEL);
  if (why) throw new DomainError('INVALID', { field: 'probe', why });
}

/** The students a decision speaks of, the likeliest first. */
function candidatesOf(decision: KnownFace): readonly [string, ...string[]] {
  if (decision.kind !== 'unsure') return [decision.studentId];
  const [first, ...others] = decision.candidates;
  if (first === undefined) throw new Error('A face cannot be unsure between nobody.');
  return [first, ...others];
}

/** @throws Error when there is no such student: the templates would be gone as well */
function otherClass({ db }: Caller, studentId: string): ProposalVerdict {
  const student = findStudent(db, studentId);
  if (!student) throw new Error('The face of nobody was matched.');
  const { fullName, className } = student;
  return { kind: 'otherClass', studentId, fullName, className };
}

/**
 * The first candidate, when none of them is left to be marked. Whoever alone is meant, and is marked
 * away, has yet to be found alive.
 */
function allMarked(
  { db }: Caller,
  { sessionId, capturedAt }: FaceProposal,
  candidates: readonly [string, ...string[]],
): string | null {
  const marks = candidates.map((studentId) => findStatus(db, { sessionId, studentId }));
  const [mark = null, ...others] = marks;
  if (others.length === 0 && contradicts(db, mark, capturedAt)) return null;
  return marks.every(isSettled) ? candidates[0] : null;
}

async function decideOnMatch(
  caller: Caller,
  session: SessionRecord,
  proposal: FaceProposal,
  decision: KnownFace,
): Promise<ProposalVerdict> {
  switch (decision.kind) {
    case 'tooFewVotes':
      return refused('tooFewVotes', decision.studentId);
    case 'unsure': {
      const candidates = [...candidatesOf(decision)];
      reportFace(caller, proposal, { kind: 'unsureFace', candidates, score: decision.score });
      return { kind: 'unsure', candidates };
    }
    case 'otherClass': {
      reportFace(caller, proposal, { ...decision, kind: 'otherClassFace' });
      return otherClass(caller, decision.studentId);
    }
    case 'match': {
      const face: SettledFace = { studentId: decision.studentId, score: decision.score };
      return markByFace(caller, session, proposal, face);
    }
    default:
      return assertNever(decision);
  }
}

/**
 * Decides on a face that the worker believes it knows. Nothing of the worker's opinion counts:
 * the probe is matched again with the stored templates, the evidence is judged
 * again by the session's policy, and a mark is written only when every rule agrees.
 * @throws DomainError NOT_FOUND, SESSION_ENDED, OTHER_MODEL, or INVALID for a probe that is no
 *   unit vector
 */
export async function propose(caller: Caller, proposal: FaceProposal): Promise<ProposalVerdict> {
  const session = requireOpenSession(caller.db, caller, proposal.sessionId);
  requireProbe(proposal);
  const gallery = await sessionGallery(caller.db, session.id);
  const identity = decideIdentity(proposal.probe, gallery, DESCRIPTOR_MODEL, proposal);
  const decision = decideForRoster(caller.db, session.id, identity);
  if (decision.kind === 'unknown') {
    reportFace(caller, proposal, { kind: 'unknownFace', score: decision.score });
    return refused('unknownFace', null);
  }
  const candidates = candidatesOf(decision);
  const alreadyMarked = allMarked(caller, proposal, candidates);
  if (alreadyMarked) return { kind: 'alreadyMarked', studentId: alreadyMarked };

  const liveness = judgeLiveness(proposal.evidence, session.livenessPolicy);
  switch (liveness.verdict) {
    case 'suspect':
      reportFace(caller, proposal, {
        kind: 'suspectedPhoto',
        studentId: candidates[0],
        why: liveness.why,
        score: decision.score,
      });
      return refused('suspectedPhoto', candidates[0]);
    case 'pending':
      return refused('notLive', candidates[0]);
    case 'live':
      return decideOnMatch(caller, session, proposal, decision);
    default:
      return assertNever(liveness);
  }
}
