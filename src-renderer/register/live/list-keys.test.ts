import { describe, expect, it } from 'vitest';
import type { RosterEntry, Status } from '#shared/contract/register.contract.ts';
import { listAction, nextToDecide, stepFrom } from './list-keys.ts';

const present: Status = {
  code: 'P',
  label: 'Present',
  meaning: 'present',
  points: 1,
  colour: '#000000',
};
const keys = new Map([['p', present]]);
const press = (key: string, more: { withModifier?: boolean; inText?: boolean } = {}) =>
  listAction({ key, withModifier: false, inText: false, ...more }, keys);

describe('listAction', () => {
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
});

function row(studentId: string, marked = false): RosterEntry {
  return {
    studentId,
    studentNumber: studentId,
    fullName: studentId,
    matchable: true,
    mark: marked ? { code: 'P', method: 'manual', at: 1, score: null, eventId: 'e' } : null,
    unsure: false,
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

  it('goes on to the next student whom nobody has marked', () => {
    const some = [row('a'), row('b', true), row('c', true), row('d')];
    expect(nextToDecide(some, 'b')).toBe('d');
    expect(nextToDecide(some, 'd')).toBe('a');
  });

  it('stays where it is when all are decided', () => {
    expect(nextToDecide([row('a', true), row('b', true)], 'a')).toBe('a');
  });
});
