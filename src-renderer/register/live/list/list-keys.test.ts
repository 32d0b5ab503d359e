import { describe, expect, it } from 'vitest';
import type { RosterEntry, Status } from '#shared/contract/register.contract.ts';
import {
  firstToDecide,
  type ListKeyPress,
  listAction,
  nextToDecide,
  stepFrom,
  toTakeBack,
} from './list-keys.ts';

const present: Status = {
  code: 'P',
  label: 'Present',
  meaning: 'present',
  points: 1,
  colour: 'green',
  shortcut: 'p',
  roles: ['present'],
};
const keys = new Map([['p', present]]);
const press = (key: string, more: Partial<ListKeyPress> = {}) =>
  listAction({ key, withModifier: false, withShift: false, inText: false, ...more }, keys);

describe('listAction', () => {
  it('sets the rest with Shift, whether capitals are locked or not', () => {
    expect(press('P', { withShift: true })).toEqual({ kind: 'setRest', code: 'P' });
    expect(press('p', { withShift: true })).toEqual({ kind: 'setRest', code: 'P' });
    expect(press('P', { withShift: true, inText: true })).toBeNull();
  });

  it('sets a status by its letter, in either case', () => {
    expect(press('p')).toEqual({ kind: 'set', code: 'P' });
    expect(press('P')).toEqual({ kind: 'set', code: 'P' });
  });

  it('leaves letters to whoever types, but still moves', () => {
    expect(press('p', { inText: true })).toBeNull();
    expect(press('/', { inText: true })).toBeNull();
    expect(press('ArrowDown', { inText: true })).toEqual({ kind: 'move', by: 1 });
  });

  it('leaves shortcuts of the system alone', () => {
    expect(press('p', { withModifier: true })).toBeNull();
  });

  it('knows search and taking back, and nothing else', () => {
    expect(press('/')).toEqual({ kind: 'search' });
    expect(press('u')).toEqual({ kind: 'takeBack' });
    expect(press('x')).toBeNull();
  });

  it('shows everyone on Escape in the list; the search box has its own', () => {
    expect(press('Escape')).toEqual({ kind: 'showAll' });
    expect(press('Escape', { inText: true })).toBeNull();
  });
});

function row(studentId: string, marked = false): RosterEntry {
  return {
    studentId,
    studentNumber: studentId,
    fullName: studentId,
    matchable: true,
    mark: marked
      ? { code: 'P', method: 'manual', at: 1, score: null, reason: null, eventId: 'e' }
      : null,
    unsure: false,
    seenAt: null,
  };
}

describe('choosing a row', () => {
  const rows = [row('a'), row('b'), row('c')];

  it('starts at the top and stops at the ends', () => {
    expect(stepFrom(rows, null, 1)).toBe('a');
    expect(stepFrom(rows, null, -1)).toBe('a');
    expect(stepFrom(rows, 'a', -1)).toBe('a');
    expect(stepFrom(rows, 'b', 1)).toBe('c');
    expect(stepFrom(rows, 'c', 1)).toBe('c');
    expect(stepFrom([], 'a', 1)).toBeNull();
  });

  it('begins anew when the chosen student is no longer shown', () => {
    expect(stepFrom(rows, 'gone', 1)).toBe('a');
  });

  it('starts at the first student whom nobody has marked, unless told where', () => {
    const some = [row('a', true), row('b'), row('c')];
    expect(stepFrom(some, null, 1)).toBe('b');
    expect(stepFrom(some, null, 1, 'a')).toBe('a');
    expect(firstToDecide([row('a', true), row('b', true)])).toBe('a');
    expect(firstToDecide([])).toBeNull();
  });

  it('goes on to the next student whom nobody has marked', () => {
    const some = [row('a'), row('b', true), row('c', true), row('d')];
    expect(nextToDecide(some, 'b')).toBe('d');
    expect(nextToDecide(some, 'd')).toBe('a');
    const seen = { ...row('c', true), seenAt: 7 };
    expect(nextToDecide([row('b', true), seen, row('d')], 'b')).toBe('c');
    expect(firstToDecide([row('a', true), seen])).toBe('c');
  });

  it('stays where it is when all are decided', () => {
    expect(nextToDecide([row('a', true), row('b', true)], 'a')).toBe('a');
  });
});

describe('taking back', () => {
  const at = (studentId: string, time: number, method: 'manual' | 'face' = 'manual') => ({
    ...row(studentId),
    mark: { code: 'P', method, at: time, score: null, reason: null, eventId: studentId },
  });
  const roster = [at('a', 5), at('b', 9), at('c', 20, 'face'), row('d')];

  it('takes the mark of the student chosen, by hand or by face', () => {
    expect(toTakeBack(roster, 'a')).toBe('a');
    expect(toTakeBack(roster, 'c')).toBe('c');
  });

  it('takes the last mark by hand where the student chosen has none', () => {
    expect(toTakeBack(roster, 'd')).toBe('b');
    expect(toTakeBack(roster, null)).toBe('b');
  });

  it('leaves marks by face alone unless one is chosen', () => {
    expect(toTakeBack([at('c', 20, 'face'), row('d')], 'd')).toBeNull();
  });
});
