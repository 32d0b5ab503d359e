import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FoldEvent, foldCell, foldRegister, inOrder } from './fold.ts';

const cell = { sessionId: 'session-1', studentId: 'student-1' };

/** An event of the cell; each call without `seq` is the next one of its device. */
function eventMaker() {
  const lastSeq = new Map<string, number>();
  return (given: Partial<FoldEvent> & Pick<FoldEvent, 'kind'>): FoldEvent => {
    const deviceId = given.deviceId ?? 'laptop-a';
    const seq = (lastSeq.get(deviceId) ?? 0) + 1;
    lastSeq.set(deviceId, seq);
    return {
      ...cell,
      id: `${deviceId}-${seq}`,
      hash: `hash-${deviceId}-${seq}`,
      deviceId,
      seq,
      code: given.kind === 'void' ? null : 'P',
      method: 'manual',
      score: null,
      capturedAt: 1000 * seq,
      recordedAt: 1000 * seq,
      ...given,
    };
  };
}

describe('foldCell', () => {
  it('has no status before anyone has marked', () => {
    expect(foldCell([])).toBeNull();
  });

  it('lets a mark stand until it is amended', () => {
    const event = eventMaker();
    const mark = event({ kind: 'mark', code: 'A', method: 'rule' });
    const amend = event({ kind: 'amend', code: 'E' });
    expect(foldCell([mark])?.code).toBe('A');
    expect(foldCell([mark, amend])).toMatchObject({ code: 'E', eventId: amend.id });
  });

  it('takes a mark back with a void, and lets a later mark speak again', () => {
    const event = eventMaker();
    const events = [event({ kind: 'mark', code: 'P' }), event({ kind: 'void' })];
    expect(foldCell(events)).toBeNull();
    expect(foldCell([...events, event({ kind: 'mark', code: 'L' })])?.code).toBe('L');
  });

  it('keeps the first of two marks that two laptops made', () => {
    const event = eventMaker();
    const early = event({ kind: 'mark', code: 'P', deviceId: 'laptop-b', recordedAt: 500 });
    const late = event({ kind: 'mark', code: 'L', deviceId: 'laptop-a', recordedAt: 900 });
    expect(foldCell([late, early])?.code).toBe('P');
  });

  it('lets whoever saw the student overrule the closing of the session', () => {
    const event = eventMaker();
    const closing = event({ kind: 'mark', code: 'A', method: 'rule', recordedAt: 500 });
    const seen = event({ kind: 'mark', method: 'face', deviceId: 'laptop-b', recordedAt: 900 });
    expect(foldCell([closing, seen])?.code).toBe('P');
    const closedLater = { ...closing, recordedAt: 1500 };
    expect(foldCell([seen, closedLater])?.code).toBe('P');
  });

  it('lets a face overrule a reported absence, whichever was written first', () => {
    const event = eventMaker();
    const away = event({ kind: 'mark', code: 'E', method: 'rule', recordedAt: 500 });
    const seen = event({ kind: 'mark', method: 'face', deviceId: 'laptop-b', recordedAt: 900 });
    expect(foldCell([away, seen])?.code).toBe('P');
    expect(foldCell([{ ...away, recordedAt: 1500 }, seen])?.code).toBe('P');
  });

  it('takes back a reported absence that was cancelled, and never what somebody saw', () => {
    const event = eventMaker();
    const away = event({ kind: 'mark', code: 'E', method: 'rule', recordedAt: 500 });
    const cancelled = event({ kind: 'void', method: 'rule', recordedAt: 900 });
    expect(foldCell([away, cancelled])).toBeNull();
    const seen = event({ kind: 'mark', method: 'face', deviceId: 'laptop-b', recordedAt: 700 });
    expect(foldCell([away, cancelled, seen])?.code).toBe('P');
  });

  it('keeps the order of a device whose clock was set back', () => {
    const event = eventMaker();
    const mark = event({ kind: 'mark', code: 'P', recordedAt: 9_000_000 });
    const amend = event({ kind: 'amend', code: 'E', recordedAt: 1_000 });
    expect(foldCell([amend, mark])?.code).toBe('E');
  });

  it('refuses an event that sets a status but names none', () => {
    const event = eventMaker();
    expect(() => foldCell([event({ kind: 'mark', code: null })])).toThrow(/names none/);
  });
});

const eventPlan = fc.record({
  kind: fc.constantFrom('mark' as const, 'amend' as const, 'void' as const),
  code: fc.constantFrom('P', 'L', 'A', 'E'),
  method: fc.constantFrom('face' as const, 'manual' as const, 'rule' as const),
  deviceId: fc.constantFrom('laptop-a', 'laptop-b', 'laptop-c'),
  sessionId: fc.constantFrom('session-1', 'session-2'),
  studentId: fc.constantFrom('student-1', 'student-2', 'student-3'),
  recordedAt: fc.integer({ min: 0, max: 5 }),
});

/** Events as three laptops may write them, clocks colliding and running backwards. */
const log = fc.array(eventPlan, { maxLength: 40 }).map((plans) => {
  const event = eventMaker();
  return plans.map((plan) => event({ ...plan, code: plan.kind === 'void' ? null : plan.code }));
});

/** The same events delivered otherwise: some twice or more, all in any order. */
const delivery = log.chain((events) =>
  fc.record({
    events: fc.constant(events),
    delivered: fc
      .shuffledSubarray([...events, ...events, ...events], {
        minLength: events.length * 2,
      })
      .map((some) => [...some, ...events])
      .chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
  }),
);

/**
 * The same, with clocks that never run back. A clock that was set back is held at its latest moment by
 * every event of its laptop, those of a rule among them, and so they move what comes after them.
 */
const steadyLog = log.map((events) => {
  const latest = new Map<string, number>();
  return events.map((event) => {
    const recordedAt = Math.max(latest.get(event.deviceId) ?? 0, event.recordedAt);
    latest.set(event.deviceId, recordedAt);
    return { ...event, recordedAt };
  });
});

const entries = (events: FoldEvent[]) =>
  [...foldRegister(events)].sort(([a], [b]) => (a < b ? -1 : 1));

describe('what a rule says', () => {
  it('never changes how a student stands whom somebody has seen to', () => {
    fc.assert(
      fc.property(steadyLog, (events) => {
        const byHand = events.filter(({ method }) => method !== 'rule');
        const alone = foldRegister(byHand);
        for (const [key, status] of foldRegister(events)) {
          if (status.method === 'rule') continue;
          expect(alone.has(key)).toBe(true);
        }
      }),
    );
  });
});

describe('foldRegister', () => {
  it('gives the same register for any order and any duplication of the same events', () => {
    fc.assert(
      fc.property(delivery, ({ events, delivered }) => {
        expect(entries(delivered)).toEqual(entries(events));
      }),
      { numRuns: 500 },
    );
  });

  it('shows in a cell only what an event of that very cell said', () => {
    fc.assert(
      fc.property(log, (events) => {
        for (const status of foldRegister(events).values()) {
          const source = events.find(({ id }) => id === status.eventId);
          expect(source).toMatchObject({
            sessionId: status.sessionId,
            studentId: status.studentId,
            code: status.code,
          });
        }
      }),
    );
  });

  it('reads the events of one device in the order they were written', () => {
    fc.assert(
      fc.property(delivery, ({ delivered }) => {
        const lastSeq = new Map<string, number>();
        for (const { deviceId, seq } of inOrder(delivered)) {
          expect(seq).toBeGreaterThan(lastSeq.get(deviceId) ?? 0);
          lastSeq.set(deviceId, seq);
        }
      }),
    );
  });
});
