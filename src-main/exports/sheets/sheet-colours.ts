import type { Status } from '#shared/contract/status.ts';
import type { ColourRule } from './sheet.ts';

/**
 * Under 75 % is what India's CBSE takes for too little to sit an examination (Examination
 * Bye-Laws, rules 13 and 14); under 90 % is what England's Department for Education calls
 * persistent absence (Working together to improve school attendance, 2024).
 */
export const LOW_SHARE = 0.75;
export const GOOD_SHARE = 0.9;

/** Red, yellow and green for the share present in a column. */
export function shareColours(column: number): ColourRule[] {
  const columns = [column, column] as const;
  return [
    { columns, when: { kind: 'within', from: 0, under: LOW_SHARE }, colour: 'red' },
    { columns, when: { kind: 'within', from: LOW_SHARE, under: GOOD_SHARE }, colour: 'yellow' },
    { columns, when: { kind: 'within', from: GOOD_SHARE, under: 1.01 }, colour: 'green' },
  ];
}

/** The school's own colour for each status in these columns. */
export function statusColours(
  statuses: readonly Status[],
  columns: readonly [first: number, last: number],
): ColourRule[] {
  return statuses.map(({ code, colour }) => ({
    columns,
    when: { kind: 'is', text: code },
    colour,
  }));
}
