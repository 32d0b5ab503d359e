import { join, resolve } from 'node:path';
import { type Presentation, presentationErrorRates } from '#shared/liveness/error-rates.ts';
import type { LivenessEvidence, LivenessPolicy } from '#shared/liveness/evidence.ts';
import { randomSteps } from '#vision/liveness/challenge.ts';
import { type Clip, readClips } from './find-material.ts';
import { openEvaluationPage } from './open-page.ts';
import { seeded, seedOf } from './page/attacks/random.ts';

export interface ClipVerdict extends Presentation {
  name: string;
  /** In strict mode: whether the recorded person was given this challenge. */
  asked: boolean;
  evidence: LivenessEvidence | null;
  seconds: number;
}

/**
 * Plays DIR/live/CLIP and DIR/attack/KIND-N to the app's worker, once each. Every frame is looked at,
 * however busy this machine is, and in strict mode every clip gets a challenge that its name fixes: a
 * run can be repeated. With `realTime` frames are dropped where this machine cannot keep up.
 */
export async function evaluateLiveness(folder: string, policy: LivenessPolicy, realTime = false) {
  const base = resolve(folder);
  const clips = [
    ...(await readClips(join(base, 'live'))).map((clip) => ({ clip, kind: 'live' as const })),
    ...(await readClips(join(base, 'attack'))).map((clip) => ({ clip, kind: 'attack' as const })),
  ];
  if (clips.length === 0) throw new Error(`${folder} holds neither live nor attack clips.`);
  const opened = await openEvaluationPage(folder);
  const verdicts: ClipVerdict[] = [];
  try {
    for (const { clip, kind } of clips) {
      const run = await opened.page.evaluate((o) => rollcallEvaluation.playClip(o), {
        urls: clip.frames.map(opened.urlOf),
        fps: clip.fps,
        policy,
        realTime,
        ...(policy === 'strict' ? { steps: stepsFor(clip) } : {}),
      });
      const verdict: ClipVerdict = {
        name: clip.name,
        kind,
        // The folder's name without its number.
        attackKind: kind === 'attack' ? clip.name.replace(/-\d+$/, '') : null,
        asked: clip.steps !== null,
        decision: run.accepted ? 'accepted' : 'refused',
        evidence: run.evidence,
        seconds: Number(run.seconds.toFixed(2)),
      };
      verdicts.push(verdict);
      console.log(lineOf(verdict, `${run.framesSeen}/${clip.frames.length} frames`));
    }
  } finally {
    await opened.close();
  }
  // A recording of somebody who was asked nothing cannot follow; in strict mode it is a replay.
  const fair = verdicts.filter((v) => policy !== 'strict' || v.kind === 'attack' || v.asked);
  return { results: { clips: verdicts, ...presentationErrorRates(fair) } };
}

/** What the recorded person was asked, or what nobody could have told a recording. */
function stepsFor(clip: Clip) {
  if (clip.steps) return clip.steps;
  return randomSteps(seeded(seedOf(clip.name)));
}

function lineOf({ name, decision, evidence, seconds }: ClipVerdict, frames: string): string {
  const seen = evidence
    ? `blinks ${evidence.blinks} (${evidence.deepestDip.toFixed(2)})  motion ${evidence.nonPlanarMotion.toFixed(1)}  yaw ${evidence.yawRange.toFixed(0)}  gaze ${evidence.gazeToCamera.toFixed(2)}  screen ${evidence.screenCue?.toFixed(2) ?? '-'}`
    : 'no face';
  return `${name.padEnd(18)} ${decision.padEnd(9)} ${seconds.toFixed(1)} s  ${frames}  ${seen}`;
}
