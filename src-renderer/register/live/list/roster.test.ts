import { describe, expect, it } from 'vitest';
import type { RosterEntry, Status } from '#shared/contract/register.contract.ts';
import {
  closingOrder,
  countResult,
  countRoster,
  liveOrder,
  presenceOf,
  searchRoster,
  statusOf,
} from './roster.ts';

const statuses: Status[] = [
  {
    code: 'P',
    label: 'Present',
    meaning: 'present',
    points: 1,
    colour: 'green',
    shortcut: 'p',
    roles: ['present'],
  },
  {
    code: 'L',
    label: 'Late',
    meaning: 'present',
    points: 1,
    colour: 'green',
    shortcut: 'l',
    roles: ['late'],
  },
  {
    code: 'A',
    label: 'Absent',
    meaning: 'absent',
    points: 0,
    colour: 'red',
    shortcut: 'a',
    roles: ['absent'],
  },
  {
    code: 'E',
    label: 'Excused',
    meaning: 'ignored',
    points: 0,
    colour: 'blue',
    shortcut: 'e',
    roles: ['excused'],
  },
];

function student(
  fullName: string,
  more: { code?: string; at?: number; unsure?: boolean; seenAt?: number } = {},
) {
  const entry: RosterEntry = {
    studentId: fullName,
    studentNumber: `00${fullName.length}`,
    fullName,
    matchable: true,
    mark: more.code
      ? {
          code: more.code,
          method: 'face',
          at: more.at ?? 1,
          score: null,
          reason: null,
          eventId: fullName,
        }
      : null,
    unsure: more.unsure ?? false,
    seenAt: more.seenAt ?? null,
  };
  return entry;
}

const names = (entries: RosterEntry[]) => entries.map((entry) => entry.fullName);

const roster = [
  student('Ada', { code: 'P', at: 10 }),
  student('Ben'),
  student('Cleo', { code: 'L', at: 30 }),
  student('Dana', { unsure: true }),
  student('Emil', { code: 'A', at: 20 }),
  student('Abe'),
  student('Fay', { code: 'E', at: 5, unsure: true }),
];

describe('counts', () => {
  it('counts late within present, and each student once', () => {
    const counts = countRoster(roster, statuses);
    expect(counts).toEqual({ present: 2, late: 1, unsure: 1, unmarked: 2, away: 2 });
    expect(counts.present + counts.unsure + counts.unmarked + counts.away).toBe(roster.length);
  });

  it('counts the result as it counted while the session ran', () => {
    const result = countResult(roster, statuses);
    expect(result.map(({ status, count, late }) => [status.code, count, late])).toEqual([
      ['P', 2, 1],
      ['A', 1, 0],
      ['E', 1, 0],
    ]);
    expect(result[0]?.count).toBe(countRoster(roster, statuses).present);
  });

  it('lets a mark settle a doubt', () => {
    expect(presenceOf(student('Fay', { code: 'P', unsure: true }), statuses)).toBe('present');
    expect(presenceOf(student('Fay', { unsure: true }), statuses)).toBe('unsure');
  });

  it('finds the status of the school by its code', () => {
    expect(statusOf(student('Ada', { code: 'L' }), statuses)?.label).toBe('Late');
    expect(statusOf(student('Ada'), statuses)).toBeNull();
  });
});

describe('order', () => {
  it('goes by name while the session runs, whoever is marked', () => {
    const inOrder = ['Abe', 'Ada', 'Ben', 'Cleo', 'Dana', 'Emil', 'Fay'];
    expect(names(liveOrder(roster))).toEqual(inOrder);
    const marked = roster.map((row) => student(row.fullName, { code: 'P', at: 99 }));
    expect(names(liveOrder(marked))).toEqual(inOrder);
  });

  it('puts what is left to decide on top at the close', () => {
    expect(names(closingOrder(roster))).toEqual([
      'Dana',
      'Abe',
      'Ben',
      'Ada',
      'Cleo',
      'Emil',
      'Fay',
    ]);
    const seen = roster.map((row) => (row.fullName === 'Emil' ? { ...row, seenAt: 30 } : row));
    expect(names(closingOrder(seen)).slice(0, 2)).toEqual(['Dana', 'Emil']);
  });

  it('leaves the roster as it was', () => {
    const before = names(roster);
    liveOrder(roster);
    closingOrder(roster);
    expect(names(roster)).toEqual(before);
  });
});

describe('search', () => {
  const people = [student('José García-Núñez'), student('Anna Maria Berg'), student('Bo')];

  it.each([
    ['jose nun', ['José García-Núñez']],
    ['GAR', ['José García-Núñez']],
    ['berg anna', ['Anna Maria Berg']],
    ['ria', []],
    ['002', ['Bo']],
    ['  ', ['José García-Núñez', 'Anna Maria Berg', 'Bo']],
  ])('finds by %j', (typed, found) => {
    expect(names(searchRoster(people, typed))).toEqual(found);
  });
});
