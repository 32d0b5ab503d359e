import type { TFunction } from 'i18next';
import { formatDecimal, formatNumber, formatPercent, formatRate } from '#renderer/app/format.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { LivenessEvidence } from '#shared/liveness/evidence.ts';
import { LIVENESS_THRESHOLDS } from '#shared/liveness/thresholds.ts';
import {
  isRight,
  SHOWN,
  type TrialReason,
  type TrialResult,
  tallyTrials,
} from '#shared/self-test/liveness-trial.ts';

type Words = TFunction<'selfTest'>;

/** Seconds to one decimal. */
export function secondsWords(seconds: number): string {
  return formatDecimal(seconds, 1);
}

export function decisionWords(t: Words, { decision, seconds }: TrialResult): string {
  return t(`liveness.${decision}`, { seconds: secondsWords(seconds) });
}

export function reasonWords(t: Words, reason: TrialReason): string {
  switch (reason.kind) {
    case 'alive':
      return t('liveness.reason.alive');
    case 'suspect':
      return t(`liveness.reason.${reason.why}`);
    case 'stillOwed':
      return t(`liveness.reason.${reason.need}`);
    default:
      return assertNever(reason);
  }
}

/** Whether the decision was the right one, and what to do if not. */
export function judgementWords(t: Words, result: TrialResult): string {
  if (isRight(result)) return t('liveness.asItShould');
  return t(result.shown === 'live' ? 'liveness.mistakeLive' : 'liveness.mistakeAttack');
}

/** What was seen of a face, as names and values. */
export function evidenceFacts(
  t: Words,
  evidence: LivenessEvidence,
): (readonly [name: string, value: string])[] {
  const { blinks, deepestDip, yawRange, nonPlanarMotion, gazeToCamera, challenge } = evidence;
  return [
    [
      t('liveness.evidence.blinks'),
      blinks === 0
        ? t('liveness.evidence.noBlink')
        : t('liveness.evidence.blinkCount', { count: blinks, depth: formatPercent(deepestDip) }),
    ],
    [
      t('liveness.evidence.turn'),
      t('liveness.evidence.degrees', { degrees: Math.round(yawRange) }),
    ],
    [
      t('liveness.evidence.depth'),
      t('liveness.evidence.depthValue', {
        value: formatDecimal(nonPlanarMotion, 1),
        limit: formatNumber(LIVENESS_THRESHOLDS.nonPlanarMotion),
      }),
    ],
    [t('liveness.evidence.gaze'), formatPercent(gazeToCamera)],
    ...(challenge
      ? [
          [
            t('liveness.evidence.challenge'),
            t('liveness.evidence.challengeValue', {
              completed: challenge.completed,
              of: challenge.steps.length,
            }),
          ] as const,
        ]
      : []),
    [t('liveness.evidence.pictures'), formatNumber(evidence.frames)],
  ];
}

/** The tally and each trial, as text to keep or send. */
export function trialsText(t: Words, results: readonly TrialResult[], when: string): string {
  const tallies = tallyTrials(results);
  const counted = SHOWN.flatMap((shown) => {
    const tally = tallies[shown];
    if (!tally) return [];
    const { accepted, refused, wrong } = tally;
    const kind = t(`liveness.kind.${shown}`);
    return [t('liveness.line', { kind, accepted, refused, wrong: formatRate(wrong) })];
  });
  const each = results.map((result) =>
    t('liveness.trialLine', {
      kind: t(`liveness.kind.${result.shown}`),
      policy:
        result.policy === 'strict'
          ? t('liveness.policies.strict')
          : t('liveness.policies.standard'),
      decision: decisionWords(t, result),
      reason: reasonWords(t, result.reason),
    }),
  );
  return [t('liveness.heading', { when }), ...counted, '', ...each].join('\n');
}
