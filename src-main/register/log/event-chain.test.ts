import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttendanceEvent, UnchainedEvent } from '#shared/register/attendance-event.ts';
import type { ChainHead } from '#shared/register/chain-break.ts';
import { chained, GENESIS_HASH } from '#shared/register/event-hash.ts';
import { verifyChain } from '#shared/register/verify-chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function plainEvent(deviceId: string, seq: number): UnchainedEvent {
  return {
    id: `${deviceId}-${seq}`,
    deviceId,
    seq,
    kind: 'mark',
    sessionId: 'session-1',
    studentId: `student-${seq % 7}`,
    code: 'P',
    method: 'face',
    score: 0.1 + seq / 1000,
    evidence: '{"blinks":1}',
    policy: 'standard',
    capturedAt: 1_700_000_000_000 + seq,
    utcOffsetMinutes: 330,
    recordedAt: 1_700_000_000_000 + seq,
    actorId: 'teacher-1',
    reason: null,
    cause: 'ordinary',
  };
}

function log(deviceId: string, length: number): AttendanceEvent[] {
  const events: AttendanceEvent[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const prevHash = events.at(-1)?.hash ?? GENESIS_HASH;
    events.push(chained(plainEvent(deviceId, seq), prevHash, sha256));
  }
  return events;
}

const headOf = (events: AttendanceEvent[]): ChainHead => {
  const { deviceId, seq, hash } = events.at(-1)!;
  return { deviceId, seq, hash };
};

const bySeq = (a: AttendanceEvent, b: AttendanceEvent) => a.seq - b.seq;
const verify = (events: AttendanceEvent[], heads: ChainHead[] = []) =>
  verifyChain(() => events, sha256, heads);

/** A log of 2 to 30 events and a place in it that is not its last. */
const logAndPlace = fc
  .integer({ min: 2, max: 30 })
  .chain((length) => fc.tuple(fc.constant(length), fc.integer({ min: 0, max: length - 2 })));

describe('verifyChain', () => {
  it('finds a log as it was written intact, on every device', () => {
    const events = [...log('a', 12), ...log('b', 1), ...log('c', 5)];
    const heads = [headOf(log('a', 12)), headOf(log('b', 1)), headOf(log('c', 5))];
    expect(verify(events, heads)).toEqual({ kind: 'intact', events: 18 });
    expect(verify([])).toEqual({ kind: 'intact', events: 0 });
  });

  const fields: Partial<AttendanceEvent>[] = [
    { code: 'A' },
    { kind: 'void', code: null },
    { studentId: 'student-x' },
    { sessionId: 'session-x' },
    { score: 0.999 },
    { evidence: '{"blinks":2}' },
    { capturedAt: 1 },
    { policy: 'off' },
    { utcOffsetMinutes: 0 },
    { recordedAt: 1 },
    { actorId: 'someone' },
    { reason: 'because' },
    { cause: 'setAside' },
    { cause: null },
    { method: 'manual' },
    { id: 'another' },
    { hash: 'f'.repeat(64) },
    { prevHash: 'f'.repeat(64) },
  ];
  it.each(fields)('names the row in which %o was changed', (change) => {
    fc.assert(
      fc.property(logAndPlace, ([length, place]) => {
        const events = log('a', length);
        events[place] = { ...events[place]!, ...change };
        expect(verify(events)).toMatchObject({
          kind: 'broken',
          events: place,
          at: { seq: place + 1, eventId: events[place]!.id, problem: 'changed' },
        });
      }),
      { numRuns: 20 },
    );
  });

  it('names a row that was changed and given a new hash, by its successor', () => {
    fc.assert(
      fc.property(logAndPlace, ([length, place]) => {
        const events = log('a', length);
        const { prevHash, hash: _old, ...rest } = events[place]!;
        events[place] = chained({ ...rest, code: 'A' }, prevHash, sha256);
        expect(verify(events)).toMatchObject({ at: { seq: place + 1, problem: 'changed' } });
      }),
    );
  });

  it.each([false, true])('names the gap of a removed row (renumbered: %s)', (renumber) => {
    fc.assert(
      fc.property(logAndPlace, ([length, place]) => {
        const events = log('a', length);
        events.splice(place, 1);
        if (renumber) for (const [index, event] of events.entries()) event.seq = index + 1;
        expect(verify(events)).toMatchObject({
          at: { seq: place + 1, eventId: events[place]!.id, problem: 'removed' },
        });
      }),
    );
  });

  it.each(['made-up hash', 'right hash'])('names a row inserted with a %s', (how) => {
    fc.assert(
      fc.property(logAndPlace, ([length, place]) => {
        const events = log('a', length);
        const forged = chained(
          { ...plainEvent('a', place + 1), id: 'forged', studentId: 'friend' },
          events[place - 1]?.hash ?? GENESIS_HASH,
          how === 'right hash' ? sha256 : () => 'e'.repeat(64),
        );
        events.splice(place, 0, forged);
        for (const [index, event] of events.entries()) event.seq = index + 1;
        expect(verify(events)).toMatchObject({
          at: { seq: place + 1, eventId: 'forged', problem: 'inserted' },
        });
      }),
    );
  });

  it('names a row that claims the place of another', () => {
    const events = log('a', 6);
    const twin = { ...plainEvent('a', 3), id: 'forged' };
    const forged = chained(twin, events[1]!.hash, sha256);
    for (const at of [2, 3]) {
      const tampered = events.toSpliced(at, 0, forged);
      expect(verify(tampered)).toMatchObject({
        at: { seq: 3, eventId: 'forged', problem: 'inserted' },
      });
    }
  });

  it('names the first of two rows that changed places', () => {
    fc.assert(
      fc.property(logAndPlace, fc.nat(28), ([length, place], distance) => {
        const other = place + 1 + (distance % (length - 1 - place || 1));
        fc.pre(other < length);
        const events = log('a', length);
        [events[place]!.seq, events[other]!.seq] = [events[other]!.seq, events[place]!.seq];
        expect(verify(events.sort(bySeq))).toMatchObject({
          at: { seq: place + 1, eventId: `a-${other + 1}`, problem: 'reordered' },
        });
      }),
    );
  });

  it('notices by the head what was cut off the end, added to it, or emptied', () => {
    const events = log('a', 8);
    const heads = [headOf(events)];
    expect(verify(events.slice(0, 5), heads)).toMatchObject({
      at: { deviceId: 'a', seq: 6, problem: 'removed' },
    });
    expect(verify([], heads)).toMatchObject({ at: { deviceId: 'a', seq: 1, problem: 'removed' } });
    expect(verify(log('a', 9), heads)).toMatchObject({
      at: { seq: 9, eventId: 'a-9', problem: 'inserted' },
    });
    expect(verify([...log('0', 2), ...events.slice(0, 7)], heads)).toMatchObject({
      at: { deviceId: 'a', seq: 8, problem: 'removed' },
    });
  });
});
