/** The days on which something holds, both included; `to` null: until further notice. */
export interface Validity {
  from: string;
  to: string | null;
}

export function holdsOn({ from, to }: Validity, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

/** Whether there is a day on which both hold. */
export function overlaps(one: Validity, other: Validity): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}
