/**
 * Where evidence becomes proof. Measured on clips of people and on print attacks made from
 * stills; docs/recognition.md has the figures.
 */
export const LIVENESS_THRESHOLDS = {
  /** Frames and milliseconds of one continuous face before anything is believed. */
  minFrames: 6,
  minDurationMs: 700,
  /**
   * Eye opening as a share of the running median. Blinks of people reach 0.72 to 0.83; in 52 clips
   * of prints that were still, waved, tilted or bent none fell to 0.88 without its face changing shape.
   */
  blinkDip: 0.86,
  /**
   * A turned head, for those who do not blink: homography residual in percent of the
   * inter-ocular distance, and degrees of yaw. A head turned by 40 to 60 degrees leaves 13 to 16;
   * prints bent as far as paper goes reach 13.8 at 44 degrees, tilted ones 6.
   */
  nonPlanarMotion: 14,
  yawRange: 48,
  /** Share of frames with the eyes on the camera. */
  gazeToCamera: 0.3,
  /**
   * A screen's frame seen to move three times; measured in steps of a third. In clips of people none
   * was seen once, in those of hand-held screens with some room around them 8 times or more.
   */
  screenCue: 0.8,
  /** Watched for this long without a sign of life, a face that should have blinked is suspect. */
  suspectAfterMs: 9_000,
  /** A first blink later than that is not enough: a picture watched for long shows one by chance. */
  blinksWhenSuspect: 2,
} as const;
