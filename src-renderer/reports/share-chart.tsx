import { formatPercent } from '#renderer/app/format.ts';
import classes from './share-chart.module.css';

export interface SharePoint {
  when: string;
  /** 0 to 1; null where nothing counts. */
  share: number | null;
}

interface ShareChartProps {
  points: readonly SharePoint[];
  /** What the picture says, for those who do not see it. */
  label: string;
}

/** The drawing's own units; it takes the width there is, on screen and on paper. */
const BOX = { width: 900, height: 220, left: 52, right: 46, top: 12, bottom: 34 };
const LINES = [0, 0.25, 0.5, 0.75, 1];
/** So many names of weeks or months fit under the line. */
const MOST_NAMES = 8;

const yOf = (share: number) => BOX.top + (1 - share) * (BOX.height - BOX.top - BOX.bottom);

function xOf(index: number, count: number): number {
  const span = BOX.width - BOX.left - BOX.right;
  return count < 2 ? BOX.left + span / 2 : BOX.left + (span * index) / (count - 1);
}

/** The share present over time as a line; where nothing counts, the line goes on to the next point. */
export function ShareChart({ points, label }: ShareChartProps) {
  const every = Math.ceil(points.length / MOST_NAMES);
  const drawn = points.flatMap(({ when, share }, index) =>
    share === null ? [] : [{ when, share, x: xOf(index, points.length), y: yOf(share) }],
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      className={classes.chart}
    >
      {LINES.map((share) => (
        <g key={share}>
          <line x1={BOX.left} x2={BOX.width - BOX.right} y1={yOf(share)} y2={yOf(share)} />
          <text x={BOX.left - 8} y={yOf(share) + 4} textAnchor="end">
            {formatPercent(share)}
          </text>
        </g>
      ))}
      {points.map(({ when }, index) =>
        index % every === 0 ? (
          <text key={when} x={xOf(index, points.length)} y={BOX.height - 8} textAnchor="middle">
            {when}
          </text>
        ) : null,
      )}
      <polyline points={drawn.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {drawn.map(({ when, share, x, y }) => (
        <circle key={when} cx={x} cy={y} r={4}>
          <title>{`${when}: ${formatPercent(share)}`}</title>
        </circle>
      ))}
    </svg>
  );
}
