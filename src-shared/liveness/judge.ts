import { assertNever } from '../assert-never.ts';
import type { LivenessEvidence, LivenessPolicy } from './evidence.ts';
import { LIVENESS_THRESHOLDS as T } from './thresholds.ts';

/** What a face still owes before it counts as alive. */
export type LivenessNeed = 'moreFrames' | 'lookAtCamera' | 'blinkOrTurnHead' | 'challenge';

/** Why a face is taken for a picture. */
export type LivenessSuspicion = 'noSignOfLife' | 'screen' | 'challengeFailed';

export type LivenessVerdict =
  | { verdict: 'live' }
  | { verdict: 'pending'; need: LivenessNeed }
  | { verdict: 'suspect'; why: LivenessSuspicion };

const live: LivenessVerdict = { verdict: 'live' };

/**
 * Judges the evidence of one continuous face. Used by the worker to propose and by the main
 * process to decide, on the same rule.
 */
export function judgeLiveness(evidence: LivenessEvidence, policy: LivenessPolicy): LivenessVerdict {
  switch (policy) {
    case 'off':
      return live;
    case 'standard':
      return judgePassive(evidence);
    case 'strict':
      return judgeChallenge(evidence);
    default:
      return assertNever(policy);
  }
}

function judgePassive(evidence: LivenessEvidence): LivenessVerdict {
  if (looksLikeScreen(evidence)) return { verdict: 'suspect', why: 'screen' };
  if (isTooEarly(evidence)) {
    return { verdict: 'pending', need: 'moreFrames' };
  }
  if (showsLife(evidence)) {
    return evidence.gazeToCamera >= T.gazeToCamera
      ? live
      : { verdict: 'pending', need: 'lookAtCamera' };
  }
  return (evidence.watchedMs ?? evidence.durationMs) >= T.suspectAfterMs
    ? { verdict: 'suspect', why: 'noSignOfLife' }
    : { verdict: 'pending', need: 'blinkOrTurnHead' };
}

/** Nothing is believed of the first moment, nor before it is clear whether there is a screen. */
function isTooEarly({ frames, durationMs, screenCue }: LivenessEvidence): boolean {
  const isScreenUnclear = screenCue === null || screenCue > 0;
  return frames < T.minFrames || durationMs < T.minDurationMs || isScreenUnclear;
}

function looksLikeScreen({ screenCue }: LivenessEvidence): boolean {
  return screenCue !== null && screenCue >= T.screenCue;
}

function showsLife(evidence: LivenessEvidence): boolean {
  const isLate = (evidence.firstBlinkMs ?? 0) >= T.suspectAfterMs;
  const needed = isLate ? T.blinksWhenSuspect : 1;
  const blinked = evidence.blinks >= needed && evidence.deepestDip <= T.blinkDip;
  const turned = evidence.nonPlanarMotion >= T.nonPlanarMotion && evidence.yawRange >= T.yawRange;
  return blinked || turned;
}

/**
 * Strict asks for the challenge and for the sign of life of standard: a print can be tilted left and
 * brought closer on demand, and a recording blinks; neither does both.
 */
function judgeChallenge(evidence: LivenessEvidence): LivenessVerdict {
  const { challenge } = evidence;
  if (looksLikeScreen(evidence)) return { verdict: 'suspect', why: 'screen' };
  if (!challenge) return { verdict: 'pending', need: 'challenge' };
  if (challenge.outOfTime) return { verdict: 'suspect', why: 'challengeFailed' };
  const done = challenge.steps.length >= 2 && challenge.completed >= challenge.steps.length;
  if (!done) return { verdict: 'pending', need: 'challenge' };
  return showsLife(evidence) ? live : { verdict: 'pending', need: 'blinkOrTurnHead' };
}
