import type { Box } from '../faces/detect.ts';
import type { Luma } from './screen-luma.ts';

/** A long straight edge beside a face, upright within ten degrees. */
export interface StraightEdge {
  side: 'left' | 'right';
  /** Where it crosses the band's middle row, in luma pixels; it leans by `slope` pixels a row. */
  x: number;
  slope: number;
  /** The least step in brightness along its length. */
  strength: number;
}

/** The rows in which edges are looked for, and the columns that the face leaves free. */
export interface Band {
  top: number;
  bottom: number;
  /** Edges lie left of the first and right of the second. */
  left: number;
  right: number;
}

/**
 * The band reaches half a face above the brow, where no hair, hood or scarf is straight any more:
 * what is straight on both sides from there to the chin is no part of a head.
 */
const ABOVE = 0.5;
const LEAST_ABOVE = 0.3;
const BELOW = 0.1;
const ASIDE = 0.2;
const MAX_SLOPE = 0.18;
const SLOPES = 21;
const PARTS = 6;
const ROWS_A_PART = 9;
/** A step is taken over this many pixels to each side. */
const REACH = 2;
const MIN_STEP = 7;
const MIN_ROWS = 24;
const MAX_EDGES = 4;
const APART = 4;

/** @param face in luma pixels; null when the picture leaves too little room above it */
export function bandAround(face: Box, { height }: Luma): Band | null {
  const top = Math.max(1, Math.ceil(face.y - ABOVE * face.height));
  const bottom = Math.min(height - 2, Math.floor(face.y + (1 + BELOW) * face.height));
  if (face.y - top < LEAST_ABOVE * face.height || bottom - top < MIN_ROWS) return null;
  const aside = ASIDE * face.width;
  return { top, bottom, left: face.x - aside, right: face.x + face.width + aside };
}

/** The strongest straight edges on both sides of the face, a few each. */
export function findStraightEdges(luma: Luma, band: Band): StraightEdge[] {
  const found: StraightEdge[] = [];
  for (let i = 0; i < SLOPES; i++) {
    const slope = MAX_SLOPE * ((2 * i) / (SLOPES - 1) - 1);
    const parts = Array.from({ length: PARTS }, (_, part) => partProfile(luma, band, slope, part));
    for (let x = REACH; x < luma.width - REACH; x++) {
      const side = x < band.left ? 'left' : x > band.right ? 'right' : null;
      const strength = side ? leastStep(parts, x) : 0;
      if (side && strength >= MIN_STEP) found.push({ side, x, slope, strength });
    }
  }
  const ranked = found.toSorted((a, b) => b.strength - a.strength);
  return [...strongest(ranked, 'left'), ...strongest(ranked, 'right')];
}

function strongest(ranked: readonly StraightEdge[], side: StraightEdge['side']): StraightEdge[] {
  const kept: StraightEdge[] = [];
  for (const edge of ranked) {
    if (edge.side !== side || kept.some((other) => Math.abs(other.x - edge.x) < APART)) continue;
    kept.push(edge);
    if (kept.length === MAX_EDGES) break;
  }
  return kept;
}

/** The least step over all parts of the band; 0 where two parts step in opposite ways. */
function leastStep(parts: readonly Float32Array[], x: number): number {
  let least = Number.POSITIVE_INFINITY;
  let sign = 0;
  for (const part of parts) {
    const step = (part[x + REACH] as number) - (part[x - REACH] as number);
    if (sign !== 0 && Math.sign(step) !== sign) return 0;
    sign = Math.sign(step);
    least = Math.min(least, Math.abs(step));
  }
  return least;
}

function partProfile(luma: Luma, band: Band, slope: number, part: number): Float32Array {
  const rows = (band.bottom - band.top) / PARTS;
  const top = band.top + part * rows;
  const part0 = { ...band, top, bottom: top + rows };
  return profileAlong(luma, part0, slope, middleOf(band), ROWS_A_PART, 0, luma.width);
}

export function middleOf({ top, bottom }: Band): number {
  return (top + bottom) / 2;
}

/**
 * Mean brightness along lines of one slope, one value for each place where they cross `middle`.
 * @returns `to - from` values; columns outside the picture repeat its border
 */
export function profileAlong(
  { width, values }: Luma,
  { top, bottom }: Pick<Band, 'top' | 'bottom'>,
  slope: number,
  middle: number,
  rows: number,
  from: number,
  to: number,
): Float32Array {
  const out = new Float32Array(to - from);
  for (let i = 0; i < rows; i++) {
    const y = Math.floor(top + ((i + 0.5) * (bottom - top)) / rows);
    const lean = slope * (y - middle);
    const whole = Math.floor(lean);
    const part = lean - whole;
    for (let x = from; x < to; x++) {
      const at = Math.min(width - 2, Math.max(0, x + whole));
      const p = y * width + at;
      out[x - from] =
        (out[x - from] as number) +
        ((values[p] as number) * (1 - part) + (values[p + 1] as number) * part) / rows;
    }
  }
  return out;
}
