import { assertNever } from '#shared/assert-never.ts';
import type { RosterEntry, Status } from '#shared/contract/register.contract.ts';
import { isSettled } from '#shared/register/is-settled.ts';
import type { FaceHint, FaceView } from '#vision/protocol.ts';
import { presenceOf } from '../list/roster.ts';

/** What the main process said last to a proposal about one face. */
export type Answer = 'pending' | 'refused' | 'takenBack' | 'notSaved' | OtherClass;

/** A student who is on another class's register. */
export interface OtherClass {
  studentId: string;
  fullName: string;
  className: string;
}

/** What stands beside a face. */
export type Caption =
  | { kind: 'looking'; hint: FaceHint | null }
  | { kind: 'unknown' }
  /** Known, and on another class's register. */
  | { kind: 'otherClass'; student: OtherClass }
  | { kind: 'unsure'; names: readonly string[] }
  | { kind: 'proving'; name: string; hint: FaceHint | null }
  | { kind: 'suspect'; name: string | null }
  /** The worker is sure; the main process has not said yet. */
  | { kind: 'checking'; name: string }
  | { kind: 'notSaved'; name: string }
  /** Somebody took this student's mark back; it is for a hand to mark again. */
  | { kind: 'takenBack'; name: string }
  /** Here, and yet marked away by somebody. */
  | { kind: 'markedAway'; entry: RosterEntry }
  /** In the register. */
  | { kind: 'marked'; entry: RosterEntry };

type Roster = ReadonlyMap<string, RosterEntry>;

/** What a caption is made from besides the face. */
interface Known {
  answer: Answer | null;
  roster: Roster;
  statuses: readonly Status[];
}

const nameOf = (roster: Roster, studentId: string | null) =>
  (studentId !== null && roster.get(studentId)?.fullName) || null;

/** Nobody of another class is named before the main process has found the face alive. */
function ofOthers(studentId: string, hint: FaceHint | null, answer: Answer | null): Caption {
  if (typeof answer === 'object' && answer?.studentId === studentId) {
    return { kind: 'otherClass', student: answer };
  }
  return answer === 'refused' ? { kind: 'unknown' } : { kind: 'looking', hint };
}

function ofIdentified(
  studentId: string,
  hint: FaceHint | null,
  { roster, answer, statuses }: Known,
  other: 'proving' | 'checking',
): Caption {
  const entry = roster.get(studentId);
  if (!entry) return ofOthers(studentId, hint, answer);
  const isAway = presenceOf(entry, statuses) === 'away';
  if (isSettled(entry.mark) && !isAway) return { kind: 'marked', entry };
  if (isSettled(entry.mark) && other === 'checking') return { kind: 'markedAway', entry };
  return other === 'proving'
    ? { kind: 'proving', name: entry.fullName, hint }
    : { kind: 'checking', name: entry.fullName };
}

/**
 * What to say beside a face. A tick stands only where the register has a mark, whatever the
 * worker believes.
 */
export function captionOf({ state }: Pick<FaceView, 'state'>, known: Known): Caption {
  const { answer, roster } = known;
  switch (state.kind) {
    case 'looking':
      return { kind: 'looking', hint: state.hint };
    case 'unknown':
      return { kind: 'unknown' };
    case 'unsure': {
      const names = state.candidates.flatMap((id) => nameOf(roster, id) ?? []);
      return { kind: 'unsure', names };
    }
    case 'suspect':
      return { kind: 'suspect', name: nameOf(roster, state.studentId) };
    case 'proving':
      return ofIdentified(state.studentId, state.hint, known, 'proving');
    case 'recognised': {
      const caption = ofIdentified(state.studentId, null, known, 'checking');
      const told = answer === 'notSaved' || answer === 'takenBack';
      return caption.kind === 'checking' && told ? { kind: answer, name: caption.name } : caption;
    }
    default:
      return assertNever(state);
  }
}
