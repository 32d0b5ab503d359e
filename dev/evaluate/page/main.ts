import { makeFollower } from './attacks/follower.ts';
import { makeAttack } from './attacks/make.ts';
import { benchMatch } from './bench-match.ts';
import { benchEngine, benchStock, prepareFaces } from './bench-vision.ts';
import { captureClip } from './capture.ts';
import { playClip } from './clip.ts';
import { describePictures } from './pictures.ts';
import { recovered, startForRecovery } from './recovery.ts';
import { describeWithStock, stockScores } from './stock.ts';

/** What the commands call in the page. Everything crosses as plain data. */
export const evaluation = {
  describePictures,
  describeWithStock,
  stockScores,
  playClip,
  captureClip,
  makeAttack,
  makeFollower,
  benchEngine,
  benchStock,
  benchMatch,
  prepareFaces,
  startForRecovery,
  recovered,
};

declare global {
  var rollcallEvaluation: typeof evaluation;
}
globalThis.rollcallEvaluation = evaluation;
