import { assertNever } from '#shared/assert-never.ts';
import { type Outcome, outcomeOf } from '#shared/recognition/error-rates.ts';
import type { FaceState, FaceView } from '#vision/protocol.ts';

/** What recognition says of the face in front of the camera. */
export type LiveAnswer =
  | { kind: 'nobodySeen' }
  | { kind: 'looking' }
  | { kind: 'recognised'; studentId: string }
  | { kind: 'unsure'; candidates: readonly string[] }
  | { kind: 'unknown' };

/** Who stands there, by the operator: a student, or nobody of the class. */
export type Truth = { kind: 'student'; studentId: string } | { kind: 'stranger' };

export interface LiveRecord {
  id: string;
  truth: Truth;
  outcome: Outcome;
  /** The student named, whether right or wrong. */
  named: string | null;
  asked: readonly string[];
  /** The best score. */
  score: number;
}

export function answerOf(face: FaceView | null): LiveAnswer {
  if (!face) return { kind: 'nobodySeen' };
  return ofState(face.state);
}

function ofState(state: FaceState): LiveAnswer {
  switch (state.kind) {
    case 'recognised':
    case 'proving':
      return { kind: 'recognised', studentId: state.studentId };
    case 'unsure':
      return { kind: 'unsure', candidates: state.candidates };
    case 'unknown':
      return { kind: 'unknown' };
    case 'looking':
    case 'suspect':
      return { kind: 'looking' };
    default:
      return assertNever(state);
  }
}

/** What to note of an answer; null while there is none. A stranger who is not named is right. */
export function recordOf(truth: Truth, face: FaceView | null): Omit<LiveRecord, 'id'> | null {
  const answer = answerOf(face);
  if (answer.kind === 'nobodySeen' || answer.kind === 'looking') return null;
  const named = answer.kind === 'recognised' ? answer.studentId : null;
  const asked = answer.kind === 'unsure' ? answer.candidates : [];
  const score = face?.nearest?.[0]?.score ?? 0;
  return { truth, outcome: outcomeFor(truth, named), named, asked, score };
}

function outcomeFor(truth: Truth, named: string | null): Outcome {
  if (truth.kind === 'student') return outcomeOf(named, truth.studentId);
  return named === null ? 'right' : 'wrong';
}
