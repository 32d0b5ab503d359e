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
}

export const DESCRIPTOR_MODEL: DescriptorModel = {
  id: 'faceres+dlib/1',
  dimension: 1152,
  accept: 0.62,
  grey: 0.55,
  margin: 0.05,
  duplicate: 0.65,
  minVotes: 3,
  minVoteShare: 0.6,
};
