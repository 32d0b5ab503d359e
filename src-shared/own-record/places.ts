import type { Place } from '../contract/own-record.contract.ts';
import { nameOrder } from '../people/name-order.ts';

const SHOWN = 10;

interface Ranked {
  studentId: string;
  fullName: string;
  points: number;
}

/** "Dev Rao" as "Dev R.": enough for classmates to know, and no more. A single name stays. */
export function firstNameAndInitial(fullName: string): string {
  const [first = '', ...others] = fullName.trim().split(/\s+/u);
  const last = others.at(-1);
  return last === undefined ? first : `${first} ${[...last][0]}.`;
}

/**
 * The ten with the most points, those with as many by name, and `ownId` should it come after
 * them. Equal points share a place, and the next place counts all before it: 1, 1, 3.
 */
export function placesShown(students: readonly Ranked[], ownId: string): Place[] {
  const ranked = students.toSorted(
    (one, other) => other.points - one.points || nameOrder.compare(one.fullName, other.fullName),
  );
  const places = ranked.map(({ studentId, fullName, points }) => ({
    place: ranked.findIndex((one) => one.points === points) + 1,
    name: firstNameAndInitial(fullName),
    points,
    isMe: studentId === ownId,
  }));
  return places.filter(({ isMe }, index) => index < SHOWN || isMe);
}
