import { expect, test } from 'vitest';
import type { SessionDetail, Status } from '#shared/contract/register.contract.ts';
import { awayFrom } from './away-today.ts';

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
    code: 'U',
    label: 'Unexcused',
    meaning: 'absent',
    points: 0,
    colour: 'red',
    shortcut: 'u',
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

const ids = new Map<string, string>();
function idOf(name: string): string {
  const id = ids.get(name) ?? crypto.randomUUID();
  ids.set(name, id);
  return id;
}

function session(
  className: string,
  subjectName: string,
  startedAt: number,
  marks: Record<string, string | null>,
): SessionDetail {
  return {
    id: crypto.randomUUID(),
    classId: idOf(className),
    className,
    subjectId: idOf(subjectName),
    subjectName,
    teacherName: 'Ms Rahman',
    startedAt,
    endedAt: startedAt + 1,
    livenessPolicy: 'standard',
    lateAfterMinutes: 10,
    change: { kind: 'allowed' },
    lessonId: null,
    scheduledAt: null,
    discarded: null,
    notInClass: [],
    statuses,
    roster: Object.entries(marks).map(([fullName, code]) => ({
      studentId: idOf(fullName),
      studentNumber: fullName,
      fullName,
      matchable: true,
      unsure: false,
      mark: code && {
        code,
        method: 'manual',
        at: startedAt,
        score: null,
        reason: null,
        eventId: crypto.randomUUID(),
      },
    })) as SessionDetail['roster'],
  };
}

test('whoever is absent by the meaning of the code is away, with what was missed in order', () => {
  const away = awayFrom([
    session('10A', 'English', 30, { Zoe: 'U' }),
    session('7B', 'Physics', 20, { Ben: 'U', Ann: 'P' }),
    session('7B', 'Maths', 10, { Ben: 'U', Ann: 'U' }),
  ]);
  expect(
    away.map((one) => [one.className, one.fullName, one.missed.map((m) => m.subjectName)]),
  ).toEqual([
    ['7B', 'Ann', ['Maths']],
    ['7B', 'Ben', ['Maths', 'Physics']],
    ['10A', 'Zoe', ['English']],
  ]);
});

test('excused and unmarked students are not away', () => {
  expect(awayFrom([session('7B', 'Maths', 10, { Ann: 'E', Ben: null, Cem: 'P' })])).toEqual([]);
});
