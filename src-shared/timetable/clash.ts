import { overlaps, type Validity } from './validity.ts';

/** What a clash looks at. Times are minutes since midnight, the end not included. */
export interface LessonSlot extends Validity {
  weekday: number;
  startsAt: number;
  endsAt: number;
  classId: string;
  teacherId: string;
  room: string | null;
}

export type ClashKind = 'class' | 'teacher' | 'room';

/** Rooms are one whatever their case and spacing: "Lab 2" and "lab  2". */
function roomKey(room: string): string {
  return room.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function sameRoom(one: LessonSlot, other: LessonSlot): boolean {
  return one.room !== null && other.room !== null && roomKey(one.room) === roomKey(other.room);
}

function atSameTime(one: LessonSlot, other: LessonSlot): boolean {
  return (
    one.weekday === other.weekday &&
    one.startsAt < other.endsAt &&
    other.startsAt < one.endsAt &&
    overlaps(one, other)
  );
}

/** What two lessons cannot both have on a day that both are held; null: they get along. */
export function clashOf(one: LessonSlot, other: LessonSlot): ClashKind | null {
  if (!atSameTime(one, other)) return null;
  if (one.classId === other.classId) return 'class';
  if (one.teacherId === other.teacherId) return 'teacher';
  return sameRoom(one, other) ? 'room' : null;
}
