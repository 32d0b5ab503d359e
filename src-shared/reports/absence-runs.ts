import type { Meaning } from '../contract/status.ts';

/** So many absences on end are worth a look. */
export const RUN_WORTH_TELLING = 3;

/** One register of a student's: its day (YYYY-MM-DD) and what the mark means. */
export interface MarkedDay {
  day: string;
  meaning: Meaning | null;
}

export interface Run {
  registers: number;
  from: string;
  to: string;
  ongoing: boolean;
}

/**
 * Takes a student's registers, oldest first, and finds where one meaning stood several times on
 * end. What does not count (excused, unmarked) neither ends a run nor lengthens it, as it does
 * not enter the percentage either.
 */
export class RunFinder {
  readonly #meaning: 'present' | 'absent';
  readonly #ended: Run[] = [];
  #current: Run | null = null;

  constructor(meaning: 'present' | 'absent') {
    this.#meaning = meaning;
  }

  take({ day, meaning }: MarkedDay): void {
    if (meaning === null || meaning === 'ignored') return;
    if (meaning !== this.#meaning) {
      if (this.#current) this.#ended.push({ ...this.#current, ongoing: false });
      this.#current = null;
      return;
    }
    const current = this.#current ?? { registers: 0, from: day, to: day, ongoing: true };
    this.#current = { ...current, registers: current.registers + 1, to: day };
  }

  /** The run that nothing has ended. */
  current(): Run | null {
    return this.#current;
  }

  /** Every run of at least so many registers, oldest first. */
  runs(atLeast = 1): Run[] {
    const all = this.#current ? [...this.#ended, this.#current] : this.#ended;
    return all.filter(({ registers }) => registers >= atLeast);
  }
}
