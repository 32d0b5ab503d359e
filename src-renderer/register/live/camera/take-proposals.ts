import { errorCode } from '#renderer/app/error-code.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import { playSound } from '#renderer/camera/sound.ts';
import type { ProposalVerdict } from '#shared/contract/register.contract.ts';
import type { Proposal } from '#vision/protocol.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import { type Settlement, settlementOf, settlementOfError } from '../closing/settlement.ts';
import { applyVerdict, setAnswer, setPending, useLiveStore } from '../live-store.ts';
import { addFaces, withoutFaces } from '../not-saved.ts';
import type { Answer } from './caption.ts';

function answerOf(verdict: ProposalVerdict): Answer {
  if (verdict.kind === 'otherClass') {
    const { studentId, fullName, className } = verdict;
    return { studentId, fullName, className };
  }
  return verdict.kind === 'refused' && verdict.why === 'takenBack' ? 'takenBack' : 'refused';
}

/** Asks the main process about a face; a sound when it says marked. */
async function decide(sessionId: string, proposal: Proposal): Promise<Settlement> {
  setPending(proposal.trackId);
  try {
    const verdict = await rollcall.register.propose({
      ...proposal,
      sessionId,
      probe: new Float32Array(proposal.probe),
    });
    useLiveStore.setState(({ notSaved }) => ({ notSaved: withoutFaces(notSaved) }));
    if (applyVerdict(verdict)) playSound('marked');
    if (verdict.kind !== 'marked') setAnswer(proposal.trackId, answerOf(verdict));
    return settlementOf(verdict);
  } catch (error) {
    noteError(error);
    setAnswer(proposal.trackId, 'notSaved');
    useLiveStore.setState(({ notSaved }) => ({ notSaved: addFaces(notSaved, error) }));
    return settlementOfError(errorCode(error));
  }
}

/**
 * Takes the worker's proposals to the main process and its answers back, until the function it
 * returns is called.
 */
export function takeProposals(client: VisionClient, sessionId: string): () => void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let stopped = false;
  const settleLater = (trackId: number, { outcome, after }: Settlement) => {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      client.settle(trackId, outcome);
    }, after);
    timers.add(timer);
  };
  const stop = client.on('proposal', ({ proposal }) => {
    void decide(sessionId, proposal).then((settlement) =>
      settleLater(proposal.trackId, settlement),
    );
  });
  return () => {
    stopped = true;
    stop();
    for (const timer of timers) clearTimeout(timer);
  };
}
