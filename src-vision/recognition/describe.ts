import { l2Normalise, mean } from '#shared/recognition/vector.ts';
import type { Networks } from '../networks.ts';
import { fitSimilarity, type Similarity } from '../picture/geometry.ts';
import type { Pyramid } from '../picture/picture.ts';
import { mirror, type Normalisation, warp } from '../picture/warp.ts';
import { DLIB_DIMENSION, DLIB_INPUT, DLIB_SIZE, type DlibNetwork } from './dlib-network.ts';

export interface Describer {
  networks: Networks;
  dlib: DlibNetwork;
}

/** `both` averages the face and its mirror image; a single view costs half. */
export type Views = 'both' | 'plain' | 'mirrored';

const FACERES_SIZE = 224;
const FACERES_DIMENSION = 1024;
/** VGGFace2's mean, in BGR, as HSE_FaceRec_tf (where the weights come from) subtracts it. */
const FACERES_INPUT: Normalisation = {
  order: 'bgr',
  mean: [103.939, 116.779, 123.68],
  factor: 1,
};
/** Five points of the usual 112 x 112 template: eyes, nose tip, mouth corners. */
const TEMPLATE = [38.29, 51.7, 73.53, 51.5, 56.03, 71.74, 41.55, 92.37, 70.73, 92.2];
const TEMPLATE_SIZE = 112;
/** The template drawn smaller about the centre, so with more surround. Best of 0.55 to 1.1. */
const TEMPLATE_SCALE = 0.9;

/** dlib's five points (eye corners and nose base) in the unit square, and its padding. */
const DLIB_POINTS = [0.8596, 0.2135, 0.6461, 0.229, 0.1206, 0.2137, 0.3341, 0.2291, 0.4901, 0.6278];
const DLIB_MESH = [263, 362, 33, 133, 2];
const DLIB_PADDING = 0.25;
/** dlib's share in the fused cosine. Best of 0 to 1 in steps of 0.15 (docs/recognition.md). */
const DLIB_SHARE = 0.65;

/** Takes pixels of the 224 x 224 crop to picture pixels. */
export function faceresCrop(points: Float32Array, scale = TEMPLATE_SCALE): Similarity {
  const half = TEMPLATE_SIZE / 2;
  const target = TEMPLATE.map((v) => ((v - half) * scale + half) * (FACERES_SIZE / TEMPLATE_SIZE));
  const source = [
    ...centre(points, [33, 133, 159, 145]),
    ...centre(points, [362, 263, 386, 374]),
    ...centre(points, [4]),
    ...centre(points, [61]),
    ...centre(points, [291]),
  ];
  return fitSimilarity(target, source);
}

/** Takes pixels of the 150 x 150 crop to picture pixels. */
export function dlibCrop(points: Float32Array): Similarity {
  const target = DLIB_POINTS.map((v) => ((DLIB_PADDING + v) / (2 * DLIB_PADDING + 1)) * DLIB_SIZE);
  return fitSimilarity(
    target,
    DLIB_MESH.flatMap((i) => centre(points, [i])),
  );
}

function centre(points: Float32Array, indices: readonly number[]): [number, number] {
  let x = 0;
  let y = 0;
  for (const i of indices) {
    x += points[3 * i] as number;
    y += points[3 * i + 1] as number;
  }
  return [x / indices.length, y / indices.length];
}

/**
 * Describes one face as a unit vector of 1152 values: faceres (1024) and dlib (128), each
 * normalised, dlib's with DLIB_SHARE of the weight.
 * @param points mesh points in picture pixels
 */
export async function describeFace(
  describer: Describer,
  pyramid: Pyramid,
  points: Float32Array,
  views: Views,
): Promise<Float32Array> {
  const finish = await beginDescription(describer, pyramid, points, views);
  return finish();
}

/**
 * The first half of `describeFace`: cuts both crops and runs faceres. Between the halves, another
 * frame's eyes can be watched.
 * @returns the second half, which runs dlib's network and gives the vector
 */
export async function beginDescription(
  { networks, dlib }: Describer,
  pyramid: Pyramid,
  points: Float32Array,
  views: Views,
): Promise<() => Promise<Float32Array>> {
  const large = viewsOf(
    warp(pyramid, faceresCrop(points), FACERES_SIZE, FACERES_SIZE, FACERES_INPUT),
    FACERES_SIZE,
    views,
  );
  const small = viewsOf(
    warp(pyramid, dlibCrop(points), DLIB_SIZE, DLIB_SIZE, DLIB_INPUT),
    DLIB_SIZE,
    views,
  );
  const outputs = await networks.run('faceres', {
    ...large,
    height: FACERES_SIZE,
    width: FACERES_SIZE,
  });
  const deep = outputs.find((o) => o.length === large.count * FACERES_DIMENSION);
  if (!deep) throw new Error('The faceres network answered in an unknown form.');
  return async () => {
    const wide = await dlib.run(small.values, small.count);
    return fuse(averaged(deep, FACERES_DIMENSION), averaged(wide, DLIB_DIMENSION));
  };
}

function viewsOf(window: Float32Array, size: number, views: Views) {
  if (views === 'plain') return { values: window, count: 1 };
  const mirrored = mirror(window, size, size);
  if (views === 'mirrored') return { values: mirrored, count: 1 };
  const values = new Float32Array(window.length * 2);
  values.set(window);
  values.set(mirrored, window.length);
  return { values, count: 2 };
}

/** Mean of the unit vectors of each view, again at unit length. */
function averaged(rows: Float32Array, dimension: number): Float32Array {
  const views: Float32Array[] = [];
  for (let from = 0; from < rows.length; from += dimension) {
    views.push(l2Normalise(rows.subarray(from, from + dimension)));
  }
  return l2Normalise(mean(views));
}

/** Two unit vectors end to end, weighted so that the cosine of the whole is the weighted mean of theirs. */
function fuse(deep: Float32Array, wide: Float32Array): Float32Array {
  const fused = new Float32Array(deep.length + wide.length);
  const a = Math.sqrt(1 - DLIB_SHARE);
  const b = Math.sqrt(DLIB_SHARE);
  for (let i = 0; i < deep.length; i++) fused[i] = a * (deep[i] as number);
  for (let i = 0; i < wide.length; i++) fused[deep.length + i] = b * (wide[i] as number);
  return fused;
}
