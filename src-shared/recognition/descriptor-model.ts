/**
 * The descriptor in use: its id is stored with every template, its thresholds were calibrated
 * on its own scores, and vectors of different ids are never compared.
 */
export interface DescriptorModel {
  id: string;
  /** Values in a vector; vectors are L2-normalised. */
  dimension: number;
  /** Cosine similarity at and above which a probe is taken to be a student. */
  accept: number;
  /** Cosine similarity at and above which a face is worth asking the teacher about. */
  grey: number;
  /** Lead over the runner-up below which the decision goes to the teacher. */
  margin: number;
  /** Cosine similarity at and above which two students are taken to be one face at enrolment. */
  duplicate: number;
  /** Described frames that must vote for the same student. */
  minVotes: number;
  /** Share of the described frames that must agree with the leader. */
  minVoteShare: number;
  lookAlike: LookAlikeThresholds;
  ageing: AgeingThresholds;
  /** Cosine similarity at and above which a live match may take the place of an old template. */
  refresh: number;
}

/** From when the marks of a student say that the templates do not fit any more. */
export interface AgeingThresholds {
  /** Marks whose median is looked at. */
  marks: number;
  /** A median below this is weak. */
  weak: number;
  /** A median that fell by this since the enrolment, to below `fresh`, is sinking. */
  drop: number;
  fresh: number;
}

/** From when two students are look-alikes, and what a match with one of them needs then. */
export interface LookAlikeThresholds {
  /** Cosine similarity of their nearest two templates. */
  score: number;
  /** Lead over the other one. */
  margin: number;
  minVotes: number;
  minVoteShare: number;
}

/**
 * Calibrated on 70 pictures of 9 people, five templates a person: single probes of the right person
 * score 0.836 and more, pooled ones 0.892 and more; the best of eight strangers 0.80 and 0.84 at
 * most. The right person leads by 0.046 and more. The nearest templates of two of those people reach
 * 0.798 at most: `lookAlike.score` lies above that, within the grey band. A look-alike needs half as
 * much lead again and twice the votes. Marks whose median is nearer to `accept` than to what fresh
 * templates score at the least are weak; `ageing.fresh` is what 99 % of pooled probes reached,
 * `refresh` lies between that and their median, 0.939. docs/recognition.md has the distributions.
 */
export const DESCRIPTOR_MODEL: DescriptorModel = {
  id: 'faceres+dlib/1',
  dimension: 1152,
  accept: 0.84,
  grey: 0.79,
  margin: 0.04,
  duplicate: 0.86,
  minVotes: 3,
  minVoteShare: 0.6,
  lookAlike: { score: 0.8, margin: 0.06, minVotes: 6, minVoteShare: 0.8 },
  ageing: { marks: 5, weak: 0.865, drop: 0.05, fresh: 0.903 },
  refresh: 0.92,
};
