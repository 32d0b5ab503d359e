import { expect, it } from 'vitest';
import type { FaceState, FaceView } from '#vision/protocol.ts';
import { answerOf, recordOf } from './live-accuracy.ts';

const face = (state: FaceState): FaceView => ({
  trackId: 1,
  box: { x: 0, y: 0, width: 0.3, height: 0.4 },
  state,
  challenge: null,
  nearest: [{ studentId: 'a', score: 0.9 }],
});
const student = { kind: 'student', studentId: 'a' } as const;

it('waits for an answer', () => {
  expect(answerOf(null)).toEqual({ kind: 'nobodySeen' });
  expect(recordOf(student, null)).toBeNull();
  expect(recordOf(student, face({ kind: 'looking', hint: null }))).toBeNull();
});

it.each([
  [{ kind: 'recognised', studentId: 'a' } as const, 'right', 'wrong'],
  [{ kind: 'recognised', studentId: 'b' } as const, 'wrong', 'wrong'],
  [{ kind: 'unsure', candidates: ['a'] } as const, 'missed', 'right'],
  [{ kind: 'unknown' } as const, 'missed', 'right'],
])('%o is %s for the student and %s for a stranger', (state, ofStudent, ofStranger) => {
  expect(recordOf(student, face(state))).toMatchObject({ outcome: ofStudent, score: 0.9 });
  expect(recordOf({ kind: 'stranger' }, face(state))).toMatchObject({ outcome: ofStranger });
});
