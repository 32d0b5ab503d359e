/**
 * Where evidence becomes proof. Measured on clips of people and on print attacks made from
 * stills; docs/recognition.md has the figures.
 */
export const LIVENESS_THRESHOLDS = {
  /** Frames and milliseconds of one continuous face before anything is believed. */
  minFrames: 6,
  minDurationMs: 700,
  /** A dip of the eye opening below this share of the running median is a blink's depth. */
  blinkDip: 0.75,
  /** Homography residual, percent of the inter-ocular distance, that no flat picture reaches. */
  nonPlanarMotion: 9,
  /** Degrees of yaw that must come with it: a mesh that is merely unsettled does not turn. */
  yawRange: 12,
  /** Share of frames with the eyes on the camera. */
  gazeToCamera: 0.3,
  /** Screen and print cues at and above this are taken for an attack. */
  screenCue: 0.8,
  /** Without a sign of life for this long, a face that should have blinked is suspect. */
  suspectAfterMs: 9_000,
} as const;
