import type { DescriptorModel } from './descriptor-model.ts';
import { assertSameModel, type Gallery } from './gallery.ts';
import { type Candidate, matchProbe, studentScore } from './match.ts';

/** How the single frames of a track voted. */
export interface TrackVotes {
  /** Described frames whose own nearest student was the leader. */
  votes: number;
  described: number;
}

/**
 * Whose face a track shows. `margin` is the lead over the runner-up (over 0 where there is
 * none). `tooFewVotes` is a match that more frames have to confirm first.
 */
export type IdentityDecision =
  | { kind: 'match'; studentId: string; score: number; margin: number }
  | { kind: 'tooFewVotes'; studentId: string; score: number; margin: number }
  | { kind: 'unsure'; candidates: readonly string[]; score: number; margin: number }
  | { kind: 'unknown'; score: number };

/**
 * Decides on one pooled probe: at or above `accept` and clear of the runner-up by `margin` it
 * is a match; from `grey` up, or with two students too close to call, the teacher is asked;
 * below `grey` it is nobody of this gallery. Where a look-alike of the leader is in the gallery, more
 * votes and a wider lead over that one are needed, or else the teacher is asked which one it is. Used
 * by the worker to propose and by the main process to decide, on the same rule.
 * @param probe unit vector of `model.dimension` values
 * @param nearest leader and runner-up, where the probe has been matched already
 * @throws RangeError when probe and gallery differ in dimension, Error when in model id
 */
export function decideIdentity(
  probe: Float32Array,
  gallery: Gallery,
  model: DescriptorModel,
  track: TrackVotes,
  nearest?: readonly Candidate[],
): IdentityDecision {
  assertSameModel(gallery, model);
  const [leader, runnerUp] = nearest ?? matchProbe(probe, gallery);
  if (!leader || leader.score < model.grey) {
    return { kind: 'unknown', score: leader?.score ?? 0 };
  }
  const margin = leader.score - Math.max(runnerUp?.score ?? 0, 0);
  const { studentId, score } = leader;
  const candidates = contenders(leader, runnerUp, model);
  const unsure: IdentityDecision = { kind: 'unsure', candidates, score, margin };
  if (score < model.accept) return unsure;
  const other = nearestLookAlike(probe, gallery, studentId);
  if (other && track.described < model.lookAlike.minVotes) {
    return { kind: 'tooFewVotes', studentId, score, margin };
  }
  if (margin < model.margin) return unsure;
  if (other && !isClearOf(other, leader, track, model)) {
    return { ...unsure, candidates: [studentId, other.studentId] };
  }
  return { kind: hasVotes(track, model) ? 'match' : 'tooFewVotes', studentId, score, margin };
}

/** The likeliest of those who look like this student. */
function nearestLookAlike(
  probe: Float32Array,
  gallery: Gallery,
  studentId: string,
): Candidate | null {
  let nearest: Candidate | null = null;
  for (const place of gallery.lookAlikes.get(studentId) ?? []) {
    const score = studentScore(probe, gallery, place);
    if (nearest && score <= nearest.score) continue;
    nearest = { studentId: gallery.students[place] as string, score };
  }
  return nearest;
}

function isClearOf(
  other: Candidate,
  leader: Candidate,
  track: TrackVotes,
  { lookAlike }: DescriptorModel,
): boolean {
  return leader.score - other.score >= lookAlike.margin && hasVotes(track, lookAlike);
}

function contenders(
  leader: Candidate,
  runnerUp: Candidate | undefined,
  model: DescriptorModel,
): string[] {
  const close = runnerUp && leader.score - runnerUp.score < model.margin;
  return close ? [leader.studentId, runnerUp.studentId] : [leader.studentId];
}

function hasVotes(
  { votes, described }: TrackVotes,
  { minVotes, minVoteShare }: Pick<DescriptorModel, 'minVotes' | 'minVoteShare'>,
): boolean {
  return votes >= minVotes && votes >= minVoteShare * described;
}
