import type { Activity } from '#shared/contract/activity.contract.ts';

/** Facts of an entry that are words of the app's own, and tell nothing of who it was. */
const HARMLESS: ReadonlySet<string> = new Set([
  'code',
  'format',
  'from',
  'method',
  'poses',
  'relation',
  'rule',
  'textVersion',
  'to',
  'trouble',
  'what',
]);

type Detail = Activity['detail'];

const isText = (value: Detail[string]): value is string => typeof value === 'string';

/** The facts of an entry about a student who is erased: figures, and the app's own words. */
export function scrubbedDetail(detail: Detail): Detail {
  const kept = Object.entries(detail).filter(([key, value]) => !isText(value) || HARMLESS.has(key));
  return Object.fromEntries(kept);
}

/** A shorter name is part of too many other words. */
const SHORTEST_PART = 4;

/** Whether a text holds one of these in whatever case; a very short one must be all of it. */
export function mentions(value: string, texts: readonly string[]): boolean {
  const folded = value.toLowerCase();
  return texts
    .map((text) => text.toLowerCase())
    .some((text) => (text.length < SHORTEST_PART ? folded === text : folded.includes(text)));
}

/** The facts of another entry, without those that hold one of these texts. */
export function withoutMentions(detail: Detail, texts: readonly string[]): Detail {
  const kept = Object.entries(detail).filter(
    ([, value]) => !isText(value) || !mentions(value, texts),
  );
  return Object.fromEntries(kept);
}
