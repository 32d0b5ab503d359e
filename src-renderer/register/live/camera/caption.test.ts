import { describe, expect, it } from 'vitest';
import type { RosterEntry, Status } from '#shared/contract/register.contract.ts';
import type { FaceState } from '#vision/protocol.ts';
import { type Answer, captionOf } from './caption.ts';

function entry(fullName: string, marked: boolean, code = 'P'): RosterEntry {
  return {
    studentId: fullName,
    studentNumber: '1',
    fullName,
    matchable: true,
    mark: marked ? { code, method: 'face', at: 1, score: 0.8, reason: null, eventId: 'e' } : null,
    unsure: false,
    seenAt: null,
  };
}

const roster = new Map([
  ['ann', entry('Ann', false)],
  ['bea', entry('Bea', true)],
  ['cem', entry('Cem', true, 'A')],
]);

const status = (code: string, meaning: Status['meaning']): Status => ({
  code,
  label: code,
  meaning,
  points: 0,
  colour: 'grey',
  shortcut: null,
  roles: [],
});
const statuses = [status('P', 'present'), status('A', 'absent')];

const caption = (state: FaceState, answer: Answer | null = null) =>
  captionOf({ state }, { answer, roster, statuses });

describe('a face the worker is sure of', () => {
  const recognised: FaceState = { kind: 'recognised', studentId: 'ann' };

  it('has no tick before the register has the mark', () => {
    expect(caption(recognised)).toEqual({ kind: 'checking', name: 'Ann' });
    expect(caption(recognised, 'pending')).toEqual({ kind: 'checking', name: 'Ann' });
  });

  it('has a tick once the register has it', () => {
    expect(caption({ kind: 'recognised', studentId: 'bea' }).kind).toBe('marked');
  });

  it('says so when the mark could not be written', () => {
    expect(caption(recognised, 'notSaved')).toEqual({ kind: 'notSaved', name: 'Ann' });
  });

  it('is told that a mark taken back is for a hand to set again, until it is', () => {
    expect(caption(recognised, 'takenBack')).toEqual({ kind: 'takenBack', name: 'Ann' });
    expect(caption({ kind: 'recognised', studentId: 'bea' }, 'takenBack').kind).toBe('marked');
  });

  it('is a stranger when it is not on the roster and nobody else', () => {
    expect(caption({ kind: 'recognised', studentId: 'zoe' }, 'refused').kind).toBe('unknown');
  });

  it('is named with the class when it is somebody of another one, not before', () => {
    const zoe: FaceState = { kind: 'recognised', studentId: 'zoe' };
    const student = { studentId: 'zoe', fullName: 'Zoe', className: '7A' };
    expect(caption(zoe, 'pending')).toEqual({ kind: 'looking', hint: null });
    expect(caption({ kind: 'proving', studentId: 'zoe', hint: 'blink' })).toEqual({
      kind: 'looking',
      hint: 'blink',
    });
    expect(caption(zoe, student)).toEqual({ kind: 'otherClass', student });
    expect(caption(recognised, student).kind).toBe('checking');
  });
});

it('asks nothing more of a student who is marked already', () => {
  expect(caption({ kind: 'proving', studentId: 'bea', hint: 'blink' }).kind).toBe('marked');
  expect(caption({ kind: 'proving', studentId: 'ann', hint: 'blink' })).toEqual({
    kind: 'proving',
    name: 'Ann',
    hint: 'blink',
  });
});

it('has no tick for a student whom somebody has marked away, who still has to prove to be here', () => {
  expect(caption({ kind: 'proving', studentId: 'cem', hint: 'blink' })).toEqual({
    kind: 'proving',
    name: 'Cem',
    hint: 'blink',
  });
  expect(caption({ kind: 'recognised', studentId: 'cem' })).toEqual({
    kind: 'markedAway',
    entry: roster.get('cem'),
  });
});

it('names the candidates of a doubt, and no one for a picture of nobody', () => {
  expect(caption({ kind: 'unsure', candidates: ['ann', 'bea', 'zoe'] })).toEqual({
    kind: 'unsure',
    names: ['Ann', 'Bea'],
  });
  expect(caption({ kind: 'suspect', studentId: null })).toEqual({ kind: 'suspect', name: null });
});
