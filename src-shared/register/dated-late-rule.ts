/** From a day on, an arrival is late after so many minutes; null: never. */
export interface DatedLateRule {
  from: string;
  lateAfterMinutes: number | null;
}

/** The first day of a rule that holds from the beginning. */
export const FROM_THE_BEGINNING = '0001-01-01';

/** The rule in force on a day: the latest that has begun by then; null where there is none. */
export function lateRuleOn(rules: readonly DatedLateRule[], day: string): number | null {
  let inForce: DatedLateRule | null = null;
  for (const rule of rules) {
    if (rule.from <= day && (inForce === null || rule.from > inForce.from)) inForce = rule;
  }
  return inForce?.lateAfterMinutes ?? null;
}
