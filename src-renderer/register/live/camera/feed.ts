import type { Activity } from '#shared/contract/activity.contract.ts';

/** One line of the feed: like things in a row are told once, with their number. */
export interface FeedLine {
  /** The newest of them. */
  activity: Activity;
  count: number;
}

/** What a session keeps in memory; the whole of it is under Activity. */
const KEPT = 300;

/** Adds activities, in any order and however often each is given; newest first. */
export function mergeFeed(feed: readonly Activity[], added: readonly Activity[]): Activity[] {
  const byId = new Map([...feed, ...added].map((activity) => [activity.id, activity]));
  return [...byId.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, KEPT);
}

function sameThing(a: Activity, b: Activity): boolean {
  const { trouble } = a.detail;
  const { trouble: other } = b.detail;
  const sameFaces = a.studentId === b.studentId && a.detail.other === b.detail.other;
  return a.kind === b.kind && sameFaces && trouble === other;
}

/** Collapses runs of the same thing: the same kind, about the same student and trouble. */
export function feedLines(feed: readonly Activity[]): FeedLine[] {
  const lines: FeedLine[] = [];
  for (const activity of feed) {
    const last = lines.at(-1);
    if (last && sameThing(last.activity, activity)) last.count += 1;
    else lines.push({ activity, count: 1 });
  }
  return lines;
}
