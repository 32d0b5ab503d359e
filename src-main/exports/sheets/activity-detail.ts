import type { Activity } from '#shared/contract/activity.contract.ts';
import type { Words } from '#shared/words/words.ts';

/** Has a column of its own. */
const REASON = 'reason';
/** A record's id, a UUID, tells a reader nothing. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

function valueText(value: string | number | boolean, { yes, no }: Words['sheets']): string {
  if (typeof value === 'boolean') return value ? yes : no;
  return String(value);
}

/** The small facts of an entry, such as `Status: P; From: A`; a fact without a name keeps its key. */
export function detailText(detail: Activity['detail'], words: Words['sheets']): string {
  const names: Record<string, string> = words.activity.details;
  const facts: string[] = [];
  for (const [key, value] of Object.entries(detail)) {
    if (key === REASON || value === null || value === '' || ID.test(String(value))) continue;
    facts.push(`${names[key] ?? key}: ${valueText(value, words)}`);
  }
  return facts.join('; ');
}
