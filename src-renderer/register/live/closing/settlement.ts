import { assertNever } from '#shared/assert-never.ts';
import type { ProposalVerdict, Refusal } from '#shared/contract/register.contract.ts';

/** What to tell the worker about a face, and how long to wait before it may propose again. */
export interface Settlement {
  outcome: 'marked' | 'retry' | 'final';
  /** Milliseconds during which this face is left alone. */
  after: number;
}

/**
 * Why a face was refused decides when it is worth another look: more frames may help at once,
 * a cool-down has to run out, and what nobody may match is over.
 */
const REFUSED: Record<Refusal, Settlement> = {
  tooFewVotes: { outcome: 'retry', after: 500 },
  notLive: { outcome: 'retry', after: 1_000 },
  unknownFace: { outcome: 'retry', after: 10_000 },
  suspectedPhoto: { outcome: 'retry', after: 10_000 },
  // The match may have been wrong; more frames may still find the right student.
  takenBack: { outcome: 'retry', after: 10_000 },
  coolDown: { outcome: 'retry', after: 5_000 },
  noConsent: { outcome: 'final', after: 0 },
};

/** What follows from the main process's answer to a proposal. */
export function settlementOf(verdict: ProposalVerdict): Settlement {
  switch (verdict.kind) {
    case 'marked':
    case 'alreadyMarked':
    case 'seenThoughAway':
      return { outcome: 'marked', after: 0 };
    case 'unsure':
    case 'otherClass':
      return { outcome: 'retry', after: 10_000 };
    case 'refused':
      return REFUSED[verdict.why];
    default:
      return assertNever(verdict);
  }
}

/** The errors after which no proposal of this session can succeed any more. */
const OVER = new Set(['SESSION_ENDED', 'NOT_FOUND', 'OTHER_MODEL', 'UNAUTHENTICATED', 'FORBIDDEN']);

const RETRY_AFTER_ERROR_MS = 4_000;

/** What follows when a proposal was not answered but failed with this error code. */
export function settlementOfError(code: string | null): Settlement {
  return code !== null && OVER.has(code)
    ? { outcome: 'final', after: 0 }
    : { outcome: 'retry', after: RETRY_AFTER_ERROR_MS };
}
