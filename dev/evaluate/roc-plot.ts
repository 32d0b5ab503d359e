interface RocPoint {
  far: number;
  tar: number;
}

const WIDTH = 560;
const HEIGHT = 400;
const LEFT = 64;
const BOTTOM = 340;
const RIGHT = 540;
const TOP = 20;
/** The axis of false accepts is logarithmic, from 1 in 10,000 to 1. */
const DECADES = 4;
const LOWEST_TAR = 0.5;

/** The ROC of the app and of Human alone as an SVG, with the threshold in use marked. */
export function drawRoc(
  roc: { shipped: readonly RocPoint[]; stock: readonly RocPoint[] },
  inUse: { far: number; frr: number },
): string {
  const dot = [acrossOf(inUse.far), downOf(1 - inUse.frr)].map((v) => v.toFixed(1));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${grid()}
${line(roc.stock, '#b45309', 'stroke-dasharray="5 4"')}
${line(roc.shipped, '#1d4ed8', '')}
<circle cx="${dot[0]}" cy="${dot[1]}" r="4" fill="#1d4ed8"/>
<text x="${RIGHT - 170}" y="${BOTTOM - 60}" fill="#1d4ed8">Rollcall (dot: in use)</text>
<text x="${RIGHT - 170}" y="${BOTTOM - 42}" fill="#b45309">Human as shipped</text>
<text x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 14}" text-anchor="middle">false accept rate</text>
<text x="18" y="${(TOP + BOTTOM) / 2}" text-anchor="middle" transform="rotate(-90 18 ${(TOP + BOTTOM) / 2})">true accept rate</text>
</svg>
`;
}

function acrossOf(far: number): number {
  const decade = Math.log10(Math.max(far, 10 ** -DECADES)) + DECADES;
  return LEFT + ((RIGHT - LEFT) * decade) / DECADES;
}

function downOf(tar: number): number {
  const share = (Math.max(tar, LOWEST_TAR) - LOWEST_TAR) / (1 - LOWEST_TAR);
  return BOTTOM - (BOTTOM - TOP) * share;
}

function grid(): string {
  const lines: string[] = [];
  for (let decade = 0; decade <= DECADES; decade++) {
    const far = 10 ** (decade - DECADES);
    const x = acrossOf(far).toFixed(1);
    lines.push(`<path d="M${x} ${TOP}V${BOTTOM}" stroke="#ddd"/>`);
    lines.push(`<text x="${x}" y="${BOTTOM + 18}" text-anchor="middle">${far}</text>`);
  }
  for (let tar = LOWEST_TAR; tar <= 1.001; tar += 0.1) {
    const y = downOf(tar).toFixed(1);
    lines.push(`<path d="M${LEFT} ${y}H${RIGHT}" stroke="#ddd"/>`);
    lines.push(`<text x="${LEFT - 8}" y="${y}" text-anchor="end">${tar.toFixed(1)}</text>`);
  }
  return lines.join('\n');
}

function line(points: readonly RocPoint[], colour: string, style: string): string {
  const path = points
    .map(({ far, tar }) => `${acrossOf(far).toFixed(1)},${downOf(tar).toFixed(1)}`)
    .join(' ');
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2" ${style}/>`;
}
