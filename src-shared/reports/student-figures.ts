import type { Method, StudentHistory } from '../contract/register.contract.ts';
import type { MeaningTally } from '../contract/reports.contract.ts';
import type { Meaning } from '../contract/status.ts';
import { nameOrder } from '../people/name-order.ts';
import { RunFinder } from './absence-runs.ts';

/** Marks by meaning, of a day, a month or a subject. */
export interface Figure extends MeaningTally {
  /** A day YYYY-MM-DD, a month YYYY-MM, or the name of a subject. */
  key: string;
}
export type DayFigure = Figure;

/** In registers. */
export interface Streaks {
  current: number;
  longest: number;
}

export interface StudentFigures {
  days: DayFigure[];
  months: Figure[];
  /** By name. */
  subjects: Figure[];
  present: Streaks;
  absent: Streaks;
  /** How the marks in force were made, the most frequent first; a rule may give a reason. */
  methods: { method: Method; hasReason: boolean; marks: number }[];
}

interface MarkedEntry {
  day: string;
  subjectName: string;
  meaning: Meaning | null;
}

function figuresBy(entries: readonly MarkedEntry[], keyOf: (entry: MarkedEntry) => string) {
  const figures = new Map<string, Figure>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const figure = figures.get(key) ?? { key, present: 0, absent: 0, ignored: 0 };
    figures.set(key, figure);
    if (entry.meaning) figure[entry.meaning] += 1;
  }
  return [...figures.values()];
}

function streaksOf(entries: readonly MarkedEntry[], meaning: 'present' | 'absent'): Streaks {
  const finder = new RunFinder(meaning);
  for (const entry of entries) finder.take(entry);
  return {
    current: finder.current()?.registers ?? 0,
    longest: Math.max(0, ...finder.runs().map(({ registers }) => registers)),
  };
}

function methodsOf(history: StudentHistory): StudentFigures['methods'] {
  const entries = history.entries.filter(({ standing }) => standing === 'counts');
  const methods = new Map<string, StudentFigures['methods'][number]>();
  for (const { method, reason } of entries) {
    if (method === null) continue;
    const hasReason = method === 'rule' && reason !== null;
    const key = `${method} ${hasReason}`;
    const counted = methods.get(key) ?? { method, hasReason, marks: 0 };
    methods.set(key, { ...counted, marks: counted.marks + 1 });
  }
  return [...methods.values()].sort((a, b) => b.marks - a.marks);
}

/**
 * What a student's marks come to; registers that do not count for the student are left out.
 * @param dayOf the calendar day of an instant where the school is, as YYYY-MM-DD
 */
export function studentFigures(
  history: StudentHistory,
  dayOf: (instant: number) => string,
): StudentFigures {
  const meanings = new Map(history.statuses.map(({ code, meaning }) => [code, meaning]));
  const entries = history.entries
    .filter(({ standing }) => standing === 'counts')
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map(({ startedAt, subjectName, code }) => ({
      day: dayOf(startedAt),
      subjectName,
      meaning: code === null ? null : (meanings.get(code) ?? null),
    }));
  const subjects = figuresBy(entries, ({ subjectName }) => subjectName);
  return {
    days: figuresBy(entries, ({ day }) => day),
    months: figuresBy(entries, ({ day }) => day.slice(0, 7)),
    subjects: subjects.sort((a, b) => nameOrder.compare(a.key, b.key)),
    present: streaksOf(entries, 'present'),
    absent: streaksOf(entries, 'absent'),
    methods: methodsOf(history),
  };
}
