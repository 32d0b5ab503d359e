import { isSameTrack, type Track } from './track-reports.ts';

/** Enough for a long day; the oldest doubt is then forgotten. */
const MOST_KEPT = 500;

/** One continuous face that may be one of several students. */
interface Doubt {
  readonly track: Track;
  readonly candidates: Set<string>;
  /** All that it has ever named. */
  readonly named: Set<string>;
  /** Those of whom somebody has said that it is not their face. */
  readonly ruledOut: Set<string>;
  /** Somebody, or a mark, has said whose face it is. */
  answered: boolean;
}

/** What a mark says about the doubts that name the student. */
export type Settling =
  /** Somebody says that the student is here: it was this student's face. */
  | { kind: 'answered' }
  /** This very face has been matched after all; another one that may be the student's is not. */
  | { kind: 'matched'; track: Track }
  /** The student is accounted for otherwise; a face in doubt is that of the others. */
  | { kind: 'away' };

/** The faces of a session that recognition could not give a name to, until somebody does. */
export class Doubts {
  readonly #doubts: Doubt[] = [];

  isUnsure(studentId: string): boolean {
    return this.#doubts.some(({ candidates }) => candidates.has(studentId));
  }

  /** Returns those who were in no doubt before. What has been said of this face stays said. */
  add(track: Track, candidates: readonly string[]): string[] {
    const doubt = this.#doubtOf(track);
    const before = this.#unsure();
    for (const studentId of candidates) {
      if (doubt.answered || doubt.ruledOut.has(studentId)) continue;
      doubt.candidates.add(studentId);
      doubt.named.add(studentId);
    }
    return [...doubt.candidates].filter((studentId) => !before.has(studentId));
  }

  /** A student has been marked. Returns those who are in no doubt any more. */
  settle(studentId: string, settling: Settling): string[] {
    return this.#freed(() => {
      for (const doubt of this.#doubts) {
        if (doubt.candidates.delete(studentId) && settling.kind === 'answered') close(doubt);
        if (settling.kind === 'matched' && isSameTrack(doubt.track, settling.track)) close(doubt);
      }
    });
  }

  /** It was the face of none of these. Returns those who are in no doubt any more. */
  dismiss(studentIds: ReadonlySet<string>): string[] {
    return this.#freed(() => {
      for (const { candidates, ruledOut } of this.#doubts) {
        const all = [...studentIds].every((studentId) => candidates.has(studentId));
        const only = [...candidates].every((studentId) => studentIds.has(studentId));
        if (!all && !only) continue;
        for (const studentId of studentIds) {
          if (candidates.delete(studentId)) ruledOut.add(studentId);
        }
      }
    });
  }

  /** What was said of the last face that may be any of these does not stand. Returns those in doubt anew. */
  askAgain(studentIds: readonly string[]): string[] {
    const before = this.#unsure();
    const doubt = this.#doubts.findLast(({ named }) => studentIds.every((id) => named.has(id)));
    if (!doubt) return [];
    doubt.answered = false;
    for (const studentId of studentIds) {
      doubt.ruledOut.delete(studentId);
      doubt.candidates.add(studentId);
    }
    return studentIds.filter((studentId) => !before.has(studentId));
  }

  #doubtOf(track: Track): Doubt {
    const known = this.#doubts.find((doubt) => isSameTrack(doubt.track, track));
    if (known) return known;
    const doubt: Doubt = {
      track,
      candidates: new Set(),
      named: new Set(),
      ruledOut: new Set(),
      answered: false,
    };
    this.#doubts.push(doubt);
    if (this.#doubts.length > MOST_KEPT) this.#doubts.shift();
    return doubt;
  }

  #unsure(): Set<string> {
    return new Set(this.#doubts.flatMap(({ candidates }) => [...candidates]));
  }

  #freed(change: () => void): string[] {
    const before = this.#unsure();
    change();
    const after = this.#unsure();
    return [...before].filter((studentId) => !after.has(studentId));
  }
}

function close(doubt: Doubt): void {
  doubt.answered = true;
  doubt.candidates.clear();
}
