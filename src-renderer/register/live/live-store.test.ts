import { beforeEach, describe, expect, it } from 'vitest';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import {
  applyEntry,
  applyUpdate,
  applyVerdict,
  clearLive,
  loadLive,
  setAnswer,
  setFaces,
  useLiveStore,
} from './live-store.ts';

function entry(studentId: string, eventId: string | null = null): RosterEntry {
  return {
    studentId,
    studentNumber: '01',
    fullName: studentId,
    matchable: true,
    mark: eventId ? { code: 'P', method: 'face', at: 5, score: 0.8, reason: null, eventId } : null,
    unsure: false,
    seenAt: null,
  };
}

const session: SessionDetail = {
  id: 'session',
  classId: 'class',
  className: '4b',
  subjectId: 'subject',
  subjectName: 'Maths',
  teacherName: 'T',
  startedAt: 0,
  endedAt: null,
  livenessPolicy: 'standard',
  lateAfterMinutes: 10,
  change: { kind: 'allowed' },
  lessonId: null,
  scheduledAt: null,
  discarded: null,
  notInClass: [],
  roster: [entry('ann'), entry('bea')],
  statuses: [],
};

const state = () => useLiveStore.getState();
const box = { x: 0, y: 0, width: 0.1, height: 0.1 };

beforeEach(() => {
  clearLive();
  loadLive(session, []);
});

it('wants the gallery anew when faces have changed, or may have while nothing was heard', () => {
  expect(state().galleryVersion).toBe(0);
  expect(applyUpdate({ kind: 'gallery' })).toBe(false);
  expect(state().galleryVersion).toBe(1);
  loadLive(session, []);
  expect(state().galleryVersion).toBe(2);
});

describe('a mark by face', () => {
  it('is new once, whether the answer or the update comes first', () => {
    const marked = entry('ann', 'e1');
    expect(applyVerdict({ kind: 'marked', studentId: 'ann', entry: marked })).toBe(true);
    expect(applyUpdate({ kind: 'entry', entry: marked })).toBe(false);
    expect(state().justMarked).toEqual(marked);
  });

  it('is new again after it was taken back', () => {
    applyUpdate({ kind: 'entry', entry: entry('ann', 'e1') });
    applyUpdate({ kind: 'entry', entry: entry('ann') });
    expect(applyUpdate({ kind: 'entry', entry: entry('ann', 'e2') })).toBe(true);
  });

  it('puts a student on the list who came onto the roster meanwhile', () => {
    expect(applyUpdate({ kind: 'entry', entry: entry('zoe', 'e1') })).toBe(true);
    expect(state().session?.roster.map(({ studentId }) => studentId)).toEqual([
      'ann',
      'bea',
      'zoe',
    ]);
  });
});

it('makes no sound for a mark by hand', () => {
  const byHand = entry('ann', 'e1');
  if (byHand.mark) byHand.mark.method = 'manual';
  expect(applyUpdate({ kind: 'entry', entry: byHand })).toBe(false);
  expect(state().session?.roster[0]?.mark?.eventId).toBe('e1');
  expect(applyEntry(byHand)).toBe(false);
});

it('marks nobody on a refusal or a doubt', () => {
  applyVerdict({ kind: 'refused', why: 'notLive', studentId: 'ann' });
  applyVerdict({ kind: 'unsure', candidates: ['ann', 'bea'] });
  expect(state().session?.roster.every((row) => row.mark === null)).toBe(true);
  expect(state().doubts).toEqual([['ann', 'bea']]);
});

it('ends when the main process says so', () => {
  applyUpdate({ kind: 'ended', endedAt: 99 });
  expect(state().session?.endedAt).toBe(99);
});

it('forgets the answers about faces that have gone', () => {
  const face = (trackId: number) => ({
    trackId,
    box,
    state: { kind: 'unknown' } as const,
    challenge: null,
  });
  setAnswer(1, 'notSaved');
  setAnswer(2, 'pending');
  setFaces([face(2), face(3)]);
  expect([...state().answers]).toEqual([[2, 'pending']]);
});
