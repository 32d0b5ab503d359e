import type { Box } from '../faces/detect.ts';
import type { Luma } from './screen-luma.ts';
import {
  type Band,
  bandAround,
  findStraightEdges,
  middleOf,
  profileAlong,
  type StraightEdge,
} from './straight-edges.ts';

/** A picture seen before, to compare with. */
export interface Seen {
  /** Media time, milliseconds. */
  time: number;
  luma: Luma;
}

/**
 * A phone or tablet in a hand trembles, and its rim trembles with it: two long straight edges, one
 * on each side of the face, move together while the room beyond them stays. Doors and boards behind
 * a person stay; where the camera itself moves, the room moves too.
 */
export const SCREEN_FRAME_LIMITS = {
  /** Pixels, at 640 across, by which an edge has moved for certain. */
  moved: 1,
  /** What is left of the difference at an edge once it is moved back, as a share. */
  unexplained: 0.3,
  /** How far the two sides may differ, in pixels or as a share of the way. */
  apart: { pixels: 0.6, share: 0.3 },
  /** Difference of the room beyond if it stays, as a share of that if it moved along. */
  stays: 0.75,
  /** Pixels of room that must be visible beyond the edges. */
  minRoom: 400,
} as const;

const PROFILE_ROWS = 54;
const REACH = 6;
const SEARCH = 7;
const ROOM_MARGIN = REACH + SEARCH;

interface Moved extends StraightEdge {
  shift: number;
}

/** Whether straight edges on both sides of the face moved together since a picture before. */
export function frameMoved(now: Luma, before: readonly Seen[], face: Box): boolean {
  const band = bandAround(scaled(face, 1 / now.scale), now);
  if (!band) return false;
  const edges = findStraightEdges(now, band);
  const hasBoth = edges.some((e) => e.side === 'left') && edges.some((e) => e.side === 'right');
  if (!hasBoth) return false;
  return before.some(({ luma }) => movedSince(now, luma, band, edges));
}

function movedSince(now: Luma, before: Luma, band: Band, edges: readonly StraightEdge[]): boolean {
  if (before.width !== now.width || before.height !== now.height) return false;
  const moved = edges
    .map((edge) => ({ ...edge, shift: shiftOf(now, before, band, edge) }))
    .filter((edge) => Math.abs(edge.shift) >= SCREEN_FRAME_LIMITS.moved);
  const left = outermost(moved, 'left');
  const right = outermost(moved, 'right');
  if (!left || !right || !isTogether(left.shift, right.shift)) return false;
  return roomStays(now, before, middleOf(band), left, right);
}

function outermost(edges: readonly Moved[], side: StraightEdge['side']): Moved | undefined {
  const own = edges.filter((edge) => edge.side === side);
  return own.toSorted((a, b) => (side === 'left' ? a.x - b.x : b.x - a.x))[0];
}

function isTogether(left: number, right: number): boolean {
  const { pixels, share } = SCREEN_FRAME_LIMITS.apart;
  const way = (Math.abs(left) + Math.abs(right)) / 2;
  return Math.abs(left - right) <= Math.max(pixels, share * way);
}

/** Pixels by which an edge moved to the right since the picture before; 0 where that explains nothing. */
function shiftOf(now: Luma, before: Luma, band: Band, { x, slope }: StraightEdge): number {
  const middle = middleOf(band);
  const from = x - REACH;
  const to = x + REACH + 1;
  const here = profileAlong(now, band, slope, middle, PROFILE_ROWS, from, to);
  const there = profileAlong(before, band, slope, middle, PROFILE_ROWS, from - SEARCH, to + SEARCH);
  const errors = Array.from({ length: 2 * SEARCH + 1 }, (_, i) => squaredError(here, there, i));
  const best = errors.indexOf(Math.min(...errors));
  const stayed = errors[SEARCH] as number;
  if ((errors[best] as number) > SCREEN_FRAME_LIMITS.unexplained * stayed) return 0;
  return SEARCH - best;
}

function squaredError(here: Float32Array, there: Float32Array, from: number): number {
  let sum = 0;
  for (let i = 0; i < here.length; i++) {
    sum += ((here[i] as number) - (there[from + i] as number)) ** 2;
  }
  return sum;
}

interface Room {
  /** Squared differences to the picture before: as it is, and moved along with the edges. */
  stayed: number;
  along: number;
  count: number;
}

/** Whether what lies beyond both edges is better explained by staying than by moving along. */
function roomStays(now: Luma, before: Luma, middle: number, left: Moved, right: Moved): boolean {
  const shift = Math.round((left.shift + right.shift) / 2);
  const room: Room = { stayed: 0, along: 0, count: 0 };
  for (let y = 0; y < now.height; y++) {
    const leftEnd = Math.floor(left.x + left.slope * (y - middle)) - ROOM_MARGIN;
    const rightBegin = Math.ceil(right.x + right.slope * (y - middle)) + ROOM_MARGIN;
    addRow(room, now, before, shift, y, SEARCH, leftEnd);
    addRow(room, now, before, shift, y, rightBegin, now.width - SEARCH);
  }
  const { minRoom, stays } = SCREEN_FRAME_LIMITS;
  return room.count >= minRoom && room.stayed <= stays * room.along;
}

function addRow(
  room: Room,
  now: Luma,
  before: Luma,
  shift: number,
  y: number,
  from: number,
  to: number,
): void {
  for (let at = y * now.width + from; at < y * now.width + to; at++) {
    const value = now.values[at] as number;
    room.stayed += (value - (before.values[at] as number)) ** 2;
    room.along += (value - (before.values[at - shift] as number)) ** 2;
    room.count++;
  }
}

function scaled({ x, y, width, height }: Box, factor: number): Box {
  return { x: x * factor, y: y * factor, width: width * factor, height: height * factor };
}
