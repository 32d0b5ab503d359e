import type { CSSProperties } from 'react';
import type { MeaningTally } from '#shared/contract/reports.contract.ts';
import { presentShare } from '#shared/register/percentages.ts';

/** From this share absent on a cell is as red as it gets: one in three. */
const MOST = 1 / 3;
/** The most of the red that leaves the figure on it a contrast of 4.5:1 in light and dark. */
const DEEPEST_PERCENT = 45;

/** The redder, the more absent; where nothing counts, grey. */
export function heatStyle(tally: MeaningTally): CSSProperties {
  const share = presentShare(tally);
  if (share === null) return { background: 'var(--surface-sunken)' };
  const depth = Math.min(1, (1 - share) / MOST) * DEEPEST_PERCENT;
  return { background: `color-mix(in srgb, var(--status-red-fill) ${depth}%, var(--heat-none))` };
}
