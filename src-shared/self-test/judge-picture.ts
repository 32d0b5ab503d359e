import { assertNever } from '../assert-never.ts';
import { decideIdentity, type IdentityDecision } from '../recognition/decide.ts';
import type { DescriptorModel } from '../recognition/descriptor-model.ts';
import type { Gallery } from '../recognition/gallery.ts';
import { matchProbe } from '../recognition/match.ts';

/** What recognition says of one described face. */
export interface JudgedFace {
  /** The student named; null: nobody is, or the teacher would be asked. */
  named: string | null;
  /** The students that the teacher would be asked about; empty when not asked. */
  asked: readonly string[];
  /** The best score; -1 in an empty gallery. */
  score: number;
  /** The score with the student it shows; null for strangers. */
  own: number | null;
  /** The scores with every other student. */
  others: readonly number[];
}

/**
 * Judges a face by the rule of sessions, as if every frame of a track had looked like it.
 * @param truth the student whose face it is; null: nobody of the gallery
 * @param vector unit vector of `model.dimension` values
 */
export function judgeFace(
  vector: Float32Array,
  gallery: Gallery,
  model: DescriptorModel,
  truth: string | null,
): JudgedFace {
  const described = Math.max(model.minVotes, model.lookAlike.minVotes);
  const decision = decideIdentity(vector, gallery, model, { votes: described, described });
  const ranking = matchProbe(vector, gallery, gallery.students.length);
  return {
    ...namedBy(decision),
    score: ranking[0]?.score ?? -1,
    own: ranking.find(({ studentId }) => studentId === truth)?.score ?? null,
    others: ranking.flatMap(({ studentId, score }) => (studentId === truth ? [] : [score])),
  };
}

/** Whom a decision names, and whom the teacher would be asked about. */
export function namedBy(decision: IdentityDecision): Pick<JudgedFace, 'named' | 'asked'> {
  switch (decision.kind) {
    case 'match':
      return { named: decision.studentId, asked: [] };
    case 'unsure':
      return { named: null, asked: decision.candidates };
    case 'tooFewVotes':
    case 'unknown':
      return { named: null, asked: [] };
    default:
      return assertNever(decision);
  }
}
