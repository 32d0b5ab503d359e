import { expect, it } from 'vitest';
import type { Meaning } from '../contract/status.ts';
import { RunFinder } from './absence-runs.ts';

const MEANINGS: Record<string, Meaning | null> = {
  P: 'present',
  A: 'absent',
  E: 'ignored',
  '-': null,
};

function runsOf(marks: string, atLeast?: number) {
  const finder = new RunFinder('absent');
  for (const [index, mark] of [...marks].entries()) {
    finder.take({
      day: `2026-03-${String(index + 1).padStart(2, '0')}`,
      meaning: MEANINGS[mark] ?? null,
    });
  }
  return finder.runs(atLeast);
}

it('finds where a student was absent several times on end', () => {
  expect(runsOf('PAAAPA', 3)).toEqual([
    { registers: 3, from: '2026-03-02', to: '2026-03-04', ongoing: false },
  ]);
  expect(runsOf('PAAPAA', 3)).toEqual([]);
});

it('goes on over what does not count, which does not lengthen it', () => {
  expect(runsOf('AEA-A', 3)).toEqual([
    { registers: 3, from: '2026-03-01', to: '2026-03-05', ongoing: true },
  ]);
});

it('is over when the student is back', () => {
  expect(runsOf('AAA')[0]?.ongoing).toBe(true);
  expect(runsOf('AAAP')[0]?.ongoing).toBe(false);
  expect(runsOf('')).toEqual([]);
});
