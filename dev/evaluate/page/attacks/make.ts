import { detectFaces } from '#vision/faces/detect.ts';
import { type FaceMesh, fitMeshes, windowOfDetection, windowOfMesh } from '#vision/faces/mesh.ts';
import { loadNetworks, type Networks } from '#vision/networks.ts';
import { type Picture, Pyramid } from '#vision/picture/picture.ts';
import { PictureCanvas } from '#vision/picture/source.ts';
import { loadBitmap } from '../engine.ts';
import { bent, heldStill, type Motion, shaken, tilted, waved } from './motions.ts';
import { seeded, seedOf } from './random.ts';
import { addNoise, makeBackdrop, renderSheet, type Sheet } from './scene.ts';
import { type Hole, printOf, type Screen, screenOf, seenGrid, withHoles } from './sheets.ts';

export type PrintKind = 'still' | 'waved' | 'tilted' | 'bent' | 'eyeholes';
export type ReplayKind = 'phone' | 'tablet';

export interface AttackOrder {
  kind: PrintKind | ReplayKind;
  /** The picture that is printed; of a replay, not used. */
  still: string | null;
  /** Frames of a living person: what a replay shows, and the eyes behind holes. */
  live: readonly string[];
  fps: number;
  seconds: number;
  seed: string;
}

export const WIDTH = 960;
export const HEIGHT = 540;
const NOISE = 1.6;
export const QUALITY = 0.92;
const MOTIONS = { still: heldStill, waved, tilted, bent, eyeholes: heldStill } as const;

const canvas = new PictureCanvas();
let networks: Promise<Networks> | null = null;

/** Renders an attack; each frame as a JPEG in base64. */
export async function makeAttack(order: AttackOrder): Promise<string[]> {
  const random = seeded(seedOf(order.seed));
  const backdrop = makeBackdrop(WIDTH, HEIGHT, random);
  const { sheetAt, motion } =
    order.kind === 'phone' || order.kind === 'tablet'
      ? await replay(order, order.kind, random)
      : await print(order, order.kind, random);
  const output = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = output.getContext('2d');
  if (!context) throw new Error('No canvas.');
  const frames: string[] = [];
  for (let i = 0; i < order.seconds * order.fps; i++) {
    const image = new ImageData(WIDTH, HEIGHT);
    const frame = { width: WIDTH, height: HEIGHT, rgba: image.data };
    renderSheet(frame, backdrop, sheetAt(i), motion(i / order.fps));
    addNoise(frame, NOISE, random);
    context.putImageData(image, 0, 0);
    const blob = await output.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
    frames.push(await base64(blob));
  }
  return frames;
}

interface Show {
  sheetAt: (frame: number) => Sheet;
  motion: Motion;
}

async function print(order: AttackOrder, kind: PrintKind, random: () => number): Promise<Show> {
  if (!order.still) throw new Error(`A ${kind} attack needs a still picture.`);
  const picture = await loadPicture(order.still);
  const mesh = await meshOf(picture);
  const sheet = printOf(picture);
  const face = mesh ? mesh.window.side / 1.5 / picture.height : 0.5;
  // Faces of prints as large as those of people who stand before a laptop.
  const distance = face / (0.3 + 0.15 * random());
  const motion = MOTIONS[kind]({ distance, random });
  if (kind !== 'eyeholes') return { sheetAt: () => sheet, motion };
  return { sheetAt: await eyesBehind(order, picture, mesh, sheet), motion };
}

/** The eyes of a living person, frame by frame, where the print's eyes are cut out. */
async function eyesBehind(
  order: AttackOrder,
  picture: Picture,
  mesh: FaceMesh | null,
  sheet: Sheet,
): Promise<(frame: number) => Sheet> {
  if (!mesh) throw new Error('The picture has no face to cut eyes out of.');
  const live = await Promise.all(order.live.map(loadPicture));
  const first = await meshOf(live[0] as Picture);
  if (!first) throw new Error('The clip has no face to look through the holes.');
  const holes = [eyeHole(mesh, picture, 33, 133), eyeHole(mesh, picture, 362, 263)];
  const [from, to] = [eyeLine(mesh), eyeLine(first)];
  const scale = to.length / from.length;
  return (frame) => {
    const behind = live[toAndFro(frame, live.length)] as Picture;
    const show = printOf(behind, 10);
    // Print units to print pixels, moved and scaled onto the living eyes, to the clip's units.
    const through: Sheet = (u, v, out) => {
      const x = (u * picture.height + picture.width / 2 - from.x) * scale + to.x;
      const y = ((v + 0.5) * picture.height - from.y) * scale + to.y;
      show((x - behind.width / 2) / behind.height, y / behind.height - 0.5, out);
    };
    return withHoles(sheet, holes, through);
  };
}

/** Plays a clip forwards and backwards, so that there is no cut. */
function toAndFro(frame: number, length: number): number {
  const lap = Math.max(1, length - 1);
  const at = frame % (2 * lap);
  return at < lap ? at : 2 * lap - at;
}

function eyeHole(mesh: FaceMesh, picture: Picture, a: number, b: number): Hole {
  const at = (i: number, c: number) => mesh.points[3 * i + c] as number;
  const half = Math.hypot(at(a, 0) - at(b, 0), at(a, 1) - at(b, 1)) / 2 / picture.height;
  return {
    u: ((at(a, 0) + at(b, 0)) / 2 - picture.width / 2) / picture.height,
    v: (at(a, 1) + at(b, 1)) / 2 / picture.height - 0.5,
    across: half * 1.15,
    down: half * 0.75,
  };
}

function eyeLine({ points }: FaceMesh) {
  const mid = (i: number, j: number, c: number) =>
    ((points[3 * i + c] as number) + (points[3 * j + c] as number)) / 2;
  const [x0, y0, x1, y1] = [mid(33, 133, 0), mid(33, 133, 1), mid(362, 263, 0), mid(362, 263, 1)];
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, length: Math.hypot(x1 - x0, y1 - y0) };
}

async function replay(order: AttackOrder, kind: ReplayKind, random: () => number): Promise<Show> {
  const pictures = await Promise.all(order.live.map(loadPicture));
  const first = pictures[0] as Picture;
  const mesh = await meshOf(first);
  const shown = kind === 'phone' && mesh ? pictures.map((p) => portraitCut(p, mesh)) : pictures;
  const distance = kind === 'phone' ? 1.05 + 0.15 * random() : 0.95 + 0.1 * random();
  const screen = drawScreen(kind, distance, random);
  const sheets = shown.map((picture) => screenOf(picture, screen));
  return {
    sheetAt: (frame) => sheets[frame % sheets.length] as Sheet,
    motion: shaken({ distance, random }),
  };
}

/** Pixels in the height of screens that are sold: phones upright, tablets lying. */
const SCREEN_ROWS = { phone: [1334, 1600, 2340], tablet: [800, 1200, 1620] } as const;

/** One of the screens there are: its pixels, its rim's width and colour, its brightness. */
function drawScreen(kind: ReplayKind, distance: number, random: () => number): Screen {
  const rows = SCREEN_ROWS[kind];
  const pixels = rows[Math.floor(random() * rows.length)] as number;
  return {
    pixels,
    grid: seenGrid((pixels * distance) / HEIGHT),
    bezel: (kind === 'phone' ? 0.02 : 0.03) + 0.03 * random(),
    rim: random() < 0.7 ? 14 : 220,
    gamma: 1 + 0.15 * random(),
    brightness: 0.75 + 0.25 * random(),
  };
}

/** A phone is held upright: the part of the video around the face, 9 by 16. */
function portraitCut(picture: Picture, mesh: FaceMesh): Picture {
  const width = Math.round((picture.height * 9) / 16);
  const left = Math.round(Math.min(picture.width - width, Math.max(0, mesh.window.x - width / 2)));
  const rgba = new Uint8ClampedArray(width * picture.height * 4);
  for (let row = 0; row < picture.height; row++) {
    const from = (row * picture.width + left) * 4;
    rgba.set(picture.rgba.subarray(from, from + width * 4), row * width * 4);
  }
  return { width, height: picture.height, rgba };
}

export async function loadPicture(url: string): Promise<Picture> {
  const bitmap = await loadBitmap(url);
  const picture = canvas.draw(bitmap, bitmap.width, bitmap.height, WIDTH);
  bitmap.close();
  return picture;
}

/** The largest face, or the one nearest to where it was before. */
export async function meshOf(
  picture: Picture,
  before: FaceMesh | null = null,
): Promise<FaceMesh | null> {
  const rank = ({ window }: FaceMesh) =>
    before ? Math.hypot(window.x - before.window.x, window.y - before.window.y) : -window.side;
  networks ??= loadNetworks('wasm', '/models/');
  const loaded = await networks;
  const pyramid = new Pyramid(picture);
  const found = await detectFaces(loaded, pyramid);
  const rough = await fitMeshes(loaded, pyramid, found.map(windowOfDetection));
  const largest = rough
    .filter((mesh) => mesh.confidence > 0.6)
    .toSorted((a, b) => rank(a) - rank(b))[0];
  if (!largest) return null;
  const [mesh] = await fitMeshes(loaded, pyramid, [windowOfMesh(largest.points)]);
  return mesh ?? null;
}

export async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(text);
}
