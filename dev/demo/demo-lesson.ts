import type { Arrival } from './demo-attendance.ts';
import type { DemoClient } from './demo-client.ts';
import type { SeededRandom } from './seeded-random.ts';

const MINUTE_MS = 60_000;
const LESSON_MINUTES = 45;

/** Something that happens at an instant. */
export interface Action {
  at: number;
  run: () => Promise<unknown>;
}

export interface LessonPlan {
  teacher: DemoClient;
  classId: string;
  subjectId: string;
  /** The lesson of the timetable. */
  lessonId: string;
  startsAt: number;
  lateAfterMinutes: number;
  arrivals: ReadonlyArray<{ studentId: string; arrival: Arrival }>;
}

/** What teachers find out when the register has been closed, and what it changes. */
const CORRECTIONS = [
  { from: 'A', to: 'E', reason: 'A parent called: ill today' },
  { from: 'A', to: 'E', reason: 'Away with the school team' },
  { from: 'A', to: 'P', reason: 'Was with the nurse for the first half' },
  { from: 'A', to: 'L', reason: 'Came after the register was closed' },
  { from: 'P', to: 'L', reason: 'Came in later than I had seen' },
  { from: 'L', to: 'P', reason: 'The bus was late, not the student' },
] as const;

/** The code that the teacher gives; null for those nobody marks. */
function codeOf(arrival: Arrival, lateAfterMinutes: number): string | null {
  if (arrival.kind === 'staysAway') return null;
  if (arrival.kind === 'isExcused') return 'E';
  return arrival.afterMinutes > lateAfterMinutes ? 'L' : 'P';
}

/** One lesson from the start of its register to a correction after it, to be run in order of time. */
export function lessonActions(plan: LessonPlan, random: SeededRandom): Action[] {
  const { register } = plan.teacher;
  const startedAt = plan.startsAt + random.next() * 2 * MINUTE_MS;
  const endsAt = plan.startsAt + LESSON_MINUTES * MINUTE_MS;
  let sessionId = '';
  const start: Action = {
    at: startedAt,
    async run() {
      const { classId, subjectId, lessonId } = plan;
      sessionId = (await register.start({ classId, subjectId, lessonId })).id;
    },
  };
  const marks = plan.arrivals.flatMap(({ studentId, arrival }): Action[] => {
    const code = codeOf(arrival, plan.lateAfterMinutes);
    if (code === null) return [];
    const after = arrival.kind === 'comes' ? arrival.afterMinutes : random.next();
    const at = startedAt + 10_000 + after * MINUTE_MS;
    const mark = { at, run: () => register.mark({ sessionId, studentId, code }) };
    return random.chance(0.008) ? misclick(mark, () => ({ sessionId, studentId }), plan) : [mark];
  });
  const end: Action = { at: endsAt, run: () => register.end({ sessionId }) };
  const others = [
    ...(random.chance(0.06) ? coveredCamera(plan, startedAt + MINUTE_MS, () => sessionId) : []),
    ...(random.chance(0.25) ? [correction(plan, endsAt, () => sessionId, random)] : []),
  ];
  return [start, ...marks, end, ...others].toSorted((a, b) => a.at - b.at);
}

/** Marked, taken back, and marked again. */
function misclick(
  mark: Action,
  cell: () => { sessionId: string; studentId: string },
  { teacher }: LessonPlan,
): Action[] {
  return [
    mark,
    { at: mark.at + 4_000, run: () => teacher.register.unmark(cell()) },
    { at: mark.at + 90_000, run: mark.run },
  ];
}

function coveredCamera({ teacher }: LessonPlan, at: number, sessionId: () => string): Action[] {
  const observe = (observation: Parameters<typeof teacher.register.observe>[0]['observation']) =>
    teacher.register.observe({ sessionId: sessionId(), observation });
  return [
    { at, run: () => observe({ kind: 'cameraTrouble', trouble: 'covered' }) },
    { at: at + 20_000, run: () => observe({ kind: 'cameraBack' }) },
  ];
}

/** A mark changed, with its reason, some minutes after the register was closed. */
function correction(
  { teacher }: LessonPlan,
  endsAt: number,
  sessionId: () => string,
  random: SeededRandom,
): Action {
  const { from, to, reason } = random.pick(CORRECTIONS);
  const nth = random.next();
  return {
    at: endsAt + random.between(2, 9) * MINUTE_MS,
    async run() {
      const { roster } = await teacher.register.get({ sessionId: sessionId() });
      const candidates = roster.filter(({ mark }) => mark?.code === from);
      const chosen = candidates[Math.floor(nth * candidates.length)];
      if (chosen === undefined) return;
      const { studentId } = chosen;
      await teacher.register.mark({ sessionId: sessionId(), studentId, code: to, reason });
    },
  };
}
