import type { Picture } from '#vision/picture/picture.ts';

/** Where a sheet is held: lengths in units of the picture's height at distance 1, angles in radians. */
export interface SheetPose {
  x: number;
  y: number;
  /** Distance from the camera; 1 fills the picture's height with a sheet of height 1. */
  distance: number;
  /** About the vertical axis, the horizontal axis, and the line of sight. */
  yaw: number;
  pitch: number;
  roll: number;
  /** 1 / radius of the cylinder the sheet is bent over (axis vertical); 0 is flat. */
  bend: number;
}

export interface Colour {
  r: number;
  g: number;
  b: number;
  /** 0 where the sheet has a hole or ends. */
  a: number;
}

/** What a sheet shows at `u` (across) and `v` (down), in units of its height from its centre. */
export type Sheet = (u: number, v: number, out: Colour) => void;

/** Draws a sheet in front of a backdrop, ray by ray, with `light` falling from the upper left. */
export function renderSheet(
  frame: Picture,
  backdrop: Picture,
  sheet: Sheet,
  pose: SheetPose,
): void {
  const axes = axesOf(pose);
  const colour: Colour = { r: 0, g: 0, b: 0, a: 0 };
  const hit: Hit = { u: 0, v: 0, shade: 1 };
  for (let row = 0; row < frame.height; row++) {
    for (let column = 0; column < frame.width; column++) {
      const at = (row * frame.width + column) * 4;
      const dx = (column + 0.5 - frame.width / 2) / frame.height;
      const dy = (row + 0.5 - frame.height / 2) / frame.height;
      colour.a = 0;
      if (meet(axes, pose, dx, dy, hit)) sheet(hit.u, hit.v, colour);
      const a = colour.a;
      for (let c = 0; c < 3; c++) {
        const own = c === 0 ? colour.r : c === 1 ? colour.g : colour.b;
        frame.rgba[at + c] = a * own * hit.shade + (1 - a) * (backdrop.rgba[at + c] as number);
      }
      frame.rgba[at + 3] = 255;
    }
  }
}

interface Hit {
  u: number;
  v: number;
  shade: number;
}

type Axes = readonly [number, number, number, number, number, number, number, number, number];

/** Columns: the sheet's right, down and backward directions, in the camera's frame. */
function axesOf({ yaw, pitch, roll }: SheetPose): Axes {
  const [cy, sy, cp, sp, cr, sr] = [
    Math.cos(yaw),
    Math.sin(yaw),
    Math.cos(pitch),
    Math.sin(pitch),
    Math.cos(roll),
    Math.sin(roll),
  ];
  // R = Ry(yaw) Rx(pitch) Rz(roll), row by row.
  return [
    cy * cr + sy * sp * sr,
    -cy * sr + sy * sp * cr,
    sy * cp,
    cp * sr,
    cp * cr,
    -sp,
    -sy * cr + cy * sp * sr,
    sy * sr + cy * sp * cr,
    cy * cp,
  ];
}

/** Where the ray through the picture point meets the sheet. */
function meet(m: Axes, pose: SheetPose, dx: number, dy: number, hit: Hit): boolean {
  const [ox, oy, oz] = toSheet(m, -pose.x, -pose.y, -pose.distance);
  const [rx, ry, rz] = toSheet(m, dx, dy, 1);
  if (pose.bend === 0) return meetPlane(ox, oy, oz, rx, ry, rz, hit);
  return meetCylinder(1 / pose.bend, [ox, oy, oz, rx, ry, rz], hit);
}

function toSheet(m: Axes, x: number, y: number, z: number): [number, number, number] {
  return [
    m[0] * x + m[3] * y + m[6] * z,
    m[1] * x + m[4] * y + m[7] * z,
    m[2] * x + m[5] * y + m[8] * z,
  ];
}

function meetPlane(
  ox: number,
  oy: number,
  oz: number,
  rx: number,
  ry: number,
  rz: number,
  hit: Hit,
): boolean {
  if (Math.abs(rz) < 1e-6) return false;
  const t = -oz / rz;
  hit.u = ox + t * rx;
  hit.v = oy + t * ry;
  hit.shade = 0.8 + 0.2 * Math.abs(rz / Math.hypot(rx, ry, rz));
  return t > 0;
}

/** A cylinder that touches the flat sheet along its middle and curves away from the camera. */
function meetCylinder(
  radius: number,
  [ox, oy, oz, rx, ry, rz]: [number, number, number, number, number, number],
  hit: Hit,
): boolean {
  const zc = oz - radius;
  const a = rx * rx + rz * rz;
  const b = 2 * (ox * rx + zc * rz);
  const c = ox * ox + zc * zc - radius * radius;
  const root = b * b - 4 * a * c;
  if (root < 0) return false;
  const t = (-b - Math.sign(radius) * Math.sqrt(root)) / (2 * a);
  const x = ox + t * rx;
  const z = zc + t * rz;
  const angle = Math.atan2(x * Math.sign(radius), -z * Math.sign(radius));
  hit.u = radius * angle * Math.sign(radius);
  hit.v = oy + t * ry;
  hit.shade = 0.75 + 0.25 * Math.abs(Math.cos(angle - 0.3));
  return t > 0 && Math.abs(angle) < Math.PI / 2;
}

/** A plain room: a wall with a gradient, a darker corner and some texture. */
export function makeBackdrop(width: number, height: number, random: () => number): Picture {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const [r, g, b] = [130 + 80 * random(), 130 + 70 * random(), 130 + 70 * random()];
  const corner = width * (0.2 + 0.6 * random());
  for (let i = 0; i < width * height; i++) {
    const x = i % width;
    const y = Math.floor(i / width);
    const wall = x < corner ? 0.85 : 1;
    const light = wall * (1.05 - (0.35 * y) / height) + 0.04 * Math.sin(x / 23) * Math.sin(y / 31);
    rgba.set([r * light, g * light, b * light, 255], i * 4);
  }
  return { width, height, rgba };
}

/** Noise of a sensor, as large in the dark as in the light. */
export function addNoise({ rgba }: Picture, sigma: number, random: () => number): void {
  for (let i = 0; i < rgba.length; i += 4) {
    const noise = (random() + random() + random() + random() - 2) * sigma * 1.73;
    for (let c = 0; c < 3; c++) rgba[i + c] = (rgba[i + c] as number) + noise;
  }
}

/** The picture's colour at a place in pixels, bilinear; transparent outside. */
export function colourAt(picture: Picture, x: number, y: number, out: Colour): void {
  const { width, height, rgba } = picture;
  if (x < 0 || y < 0 || x > width - 1 || y > height - 1) {
    out.a = 0;
    return;
  }
  const x0 = Math.min(width - 2, Math.floor(x));
  const y0 = Math.min(height - 2, Math.floor(y));
  const fx = x - x0;
  const fy = y - y0;
  const at = (y0 * width + x0) * 4;
  const mix = (c: number) => {
    const p = at + c;
    const top = (rgba[p] as number) * (1 - fx) + (rgba[p + 4] as number) * fx;
    const below = p + width * 4;
    const bottom = (rgba[below] as number) * (1 - fx) + (rgba[below + 4] as number) * fx;
    return top * (1 - fy) + bottom * fy;
  };
  out.r = mix(0);
  out.g = mix(1);
  out.b = mix(2);
  out.a = 1;
}
