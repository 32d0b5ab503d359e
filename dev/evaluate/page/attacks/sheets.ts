import type { Picture } from '#vision/picture/picture.ts';
import { type Colour, colourAt, type Sheet } from './scene.ts';

/** A print of a picture on paper with a white border; `height` of the picture is 1 unit. */
export function printOf(picture: Picture, border = 0.06): Sheet {
  const aspect = picture.width / picture.height;
  return (u, v, out) => {
    if (Math.abs(u) > aspect / 2 + border || Math.abs(v) > 0.5 + border) {
      out.a = 0;
      return;
    }
    const x = (u / aspect + 0.5) * picture.width - 0.5;
    const y = (v + 0.5) * picture.height - 0.5;
    colourAt(picture, x, y, out);
    if (out.a === 0) Object.assign(out, { r: 238, g: 236, b: 230, a: 1 });
    // Ink on paper: blacks are not black, whites not white.
    out.r = 18 + out.r * 0.88;
    out.g = 18 + out.g * 0.88;
    out.b = 16 + out.b * 0.87;
  };
}

export interface Hole {
  u: number;
  v: number;
  /** Half axes. */
  across: number;
  down: number;
}

/** A print with holes cut into it; what is behind shows through them. */
export function withHoles(print: Sheet, holes: readonly Hole[], behind: Sheet): Sheet {
  return (u, v, out) => {
    const open = holes.some((h) => ((u - h.u) / h.across) ** 2 + ((v - h.v) / h.down) ** 2 < 1);
    if (open) behind(u, v, out);
    else print(u, v, out);
  };
}

export interface Screen {
  /** Width of the glass around the picture, in units of its height. */
  bezel: number;
  gamma: number;
  /** Pixel rows in the screen's height. */
  pixels: number;
  /** What the camera sees of the pixel grid, 0 to 1; see `seenGrid`. */
  grid: number;
  brightness: number;
  /** Brightness of the rim: black glass, or a light case. */
  rim: number;
}

/** Width of a laptop camera's blur, as a standard deviation in its own pixels. */
const LENS_BLUR = 0.3;

/**
 * How much of a screen's pixel grid is left in a camera's picture. Colour stripes a third of a pixel
 * wide have a first harmonic of 1.65; the camera's pixel averages over its area and its lens over
 * more, so that grids much finer than the camera's own vanish, and coarse ones show as moire.
 * @param cycles pixels of the screen for one of the camera
 */
export function seenGrid(cycles: number): number {
  const area = Math.abs(Math.sin(Math.PI * cycles) / (Math.PI * cycles));
  const lens = Math.exp(-2 * (Math.PI * LENS_BLUR * cycles) ** 2);
  return Math.min(1, 1.65 * area * lens);
}

/** A video frame on a screen: gamma, pixel stripes, bezel, a faint reflection. */
export function screenOf(picture: Picture, screen: Screen): Sheet {
  const aspect = picture.width / picture.height;
  const gamma = Array.from(
    { length: 256 },
    (_, i) => 255 * screen.brightness * (i / 255) ** screen.gamma,
  );
  return (u, v, out) => {
    const [across, down] = [Math.abs(u) - aspect / 2, Math.abs(v) - 0.5];
    if (across > screen.bezel || down > screen.bezel) {
      out.a = 0;
      return;
    }
    if (across > 0 || down > 0) {
      Object.assign(out, { r: screen.rim, g: screen.rim, b: screen.rim + 2, a: 1 });
      return;
    }
    const x = (u / aspect + 0.5) * picture.width - 0.5;
    const y = (v + 0.5) * picture.height - 0.5;
    colourAt(picture, x, y, out);
    emit(out, gamma, u, v, screen);
  };
}

function emit(out: Colour, gamma: readonly number[], u: number, v: number, screen: Screen): void {
  const stripe = (u * screen.pixels * 3) % 3;
  const phase = stripe < 0 ? stripe + 3 : stripe;
  const line = 1 - screen.grid * 0.5 * (1 + Math.cos(2 * Math.PI * v * screen.pixels)) * 0.5;
  const own = (c: number) =>
    line * (1 - screen.grid * Math.min(1, Math.abs(((phase - c + 4.5) % 3) - 1.5)));
  const glare = 10 * Math.max(0, 1 - Math.hypot(u + 0.3, v + 0.4) * 2);
  out.r = (gamma[Math.round(out.r)] ?? 0) * own(0) + glare;
  out.g = (gamma[Math.round(out.g)] ?? 0) * own(1) + glare;
  out.b = (gamma[Math.round(out.b)] ?? 0) * own(2) + glare;
  out.a = 1;
}
