/** Bounds of a list of marks. */
export const MARK_LIMITS = {
  /** A register of 40 students over a school year of 200 days with five lessons each. */
  marks: 40_000,
  /** Different statuses; where there are more, the column holds something else. */
  statuses: 60,
  /** Different subjects that are not known. */
  subjects: 60,
} as const;
