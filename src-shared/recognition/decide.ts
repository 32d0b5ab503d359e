import type { DescriptorModel } from './descriptor-model.ts';
import type { Gallery } from './gallery.ts';
import { type Candidate, matchProbe } from './match.ts';
import { pool } from './vector.ts';

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
 * below `grey` it is nobody of this gallery. Used by the worker to propose and by the main
 * process to decide, on the same rule.
 * @param probe unit vector of `model.dimension` values
 * @throws RangeError when probe and gallery differ in dimension, Error when in model id
 */
export function decideIdentity(
  probe: Float32Array,
  gallery: Gallery,
  model: DescriptorModel,
  track: TrackVotes,
): IdentityDecision {
  assertSameModel(gallery, model);
  const [leader, runnerUp] = matchProbe(probe, gallery);
  if (!leader || leader.score < model.grey) {
    return { kind: 'unknown', score: leader?.score ?? 0 };
  }
  const margin = leader.score - Math.max(runnerUp?.score ?? 0, 0);
  const { studentId, score } = leader;
  if (score < model.accept || margin < model.margin) {
    return { kind: 'unsure', candidates: contenders(leader, runnerUp, model), score, margin };
  }
  return { kind: hasVotes(track, model) ? 'match' : 'tooFewVotes', studentId, score, margin };
}

function contenders(
  leader: Candidate,
  runnerUp: Candidate | undefined,
  model: DescriptorModel,
): string[] {
  const close = runnerUp && leader.score - runnerUp.score < model.margin;
  return close ? [leader.studentId, runnerUp.studentId] : [leader.studentId];
}

function hasVotes({ votes, described }: TrackVotes, model: DescriptorModel): boolean {
  return votes >= model.minVotes && votes >= model.minVoteShare * described;
}

/**
 * Whose face these views are already, if anybody's: the views are pooled into one probe, which
 * is compared with every template.
 * @param gallery templates of all other students, of the same model
 */
export function findDuplicateFace(
  views: readonly Float32Array[],
  gallery: Gallery,
  model: DescriptorModel,
): Candidate | null {
  assertSameModel(gallery, model);
  const [leader] = matchProbe(pool(views), gallery, 1);
  return leader && leader.score >= model.duplicate ? leader : null;
}

function assertSameModel(gallery: Gallery, model: DescriptorModel): void {
  if (gallery.modelId !== model.id) {
    throw new Error(`Vectors of ${gallery.modelId} cannot be compared with those of ${model.id}.`);
  }
}
