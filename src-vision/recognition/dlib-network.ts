import type { Tensor, Tensor4D } from '@vladmandic/human';
import type { Tf } from '../networks.ts';

/**
 * dlib's face recognition network (King 2017, ResNet-29 with half the filters), run on Human's
 * TensorFlow.js with the weights of @vladmandic/face-api.
 */
export interface DlibNetwork {
  /** Pictures of 150 x 150 x 3, normalised as DLIB_INPUT says, end to end; 128 values each. */
  run(values: Float32Array, count: number): Promise<Float32Array>;
  dispose(): void;
}

export const DLIB_SIZE = 150;
export const DLIB_DIMENSION = 128;
/** RGB means of dlib's training set. */
export const DLIB_INPUT = {
  order: 'rgb',
  mean: [122.782, 117.001, 104.298],
  factor: 1 / 256,
} as const;

type Weights = Record<string, Tensor>;

/** Residual blocks in order; `down` halves the picture and doubles the filters (except the last). */
const BLOCKS: readonly { name: string; down: boolean }[] = [
  ...['conv32_1', 'conv32_2', 'conv32_3'].map(plain),
  down('conv64_down'),
  ...['conv64_1', 'conv64_2', 'conv64_3'].map(plain),
  down('conv128_down'),
  ...['conv128_1', 'conv128_2'].map(plain),
  down('conv256_down'),
  ...['conv256_1', 'conv256_2'].map(plain),
  down('conv256_down_out'),
];

function plain(name: string) {
  return { name, down: false };
}
function down(name: string) {
  return { name, down: true };
}

/**
 * Fetches and decodes the weights.
 * @throws Error when a file is missing
 */
export async function loadDlibNetwork(tf: Tf, modelBaseUrl: string): Promise<DlibNetwork> {
  const manifest = await fetchFile(
    `${modelBaseUrl}face_recognition_model-weights_manifest.json`,
  ).then((response) => response.json());
  const bytes = await fetchFile(`${modelBaseUrl}face_recognition_model.bin`).then((response) =>
    response.arrayBuffer(),
  );
  const weights = tf.io.decodeWeights(bytes, manifest[0].weights) as Weights;
  return {
    run: async (values, count) => {
      const output = tf.tidy(() => forward(tf, weights, values, count));
      try {
        return (await output.data()) as Float32Array;
      } finally {
        tf.dispose(output);
      }
    },
    dispose: () => tf.dispose(weights),
  };
}

async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The model file ${url} could not be read.`);
  return response;
}

function weight(weights: Weights, name: string): Tensor {
  const found = weights[name];
  if (!found) throw new Error(`dlib's network has no weight called ${name}.`);
  return found;
}

function forward(tf: Tf, weights: Weights, values: Float32Array, count: number): Tensor {
  const input = tf.tensor4d(values, [count, DLIB_SIZE, DLIB_SIZE, 3]);
  const first = convolve(tf, weights, 'conv32_down', input, 2, 'valid', true);
  let x = tf.maxPool(first, 3, 2, 'valid');
  for (const block of BLOCKS) x = residual(tf, weights, block, x);
  const pooled = tf.mean(x, [1, 2]);
  return tf.matMul(pooled as Tensor, weight(weights, 'fc'));
}

/** Convolution, bias, learned scale and offset; then ReLU if asked for. */
function convolve(
  tf: Tf,
  weights: Weights,
  name: string,
  x: Tensor4D,
  stride: number,
  padding: 'same' | 'valid',
  activate: boolean,
): Tensor4D {
  const filters = weight(weights, `${name}/conv/filters`) as Tensor4D;
  const convolved = tf.add(
    tf.conv2d(x, filters, stride, padding),
    weight(weights, `${name}/conv/bias`),
  );
  const scaled = tf.add(
    tf.mul(convolved, weight(weights, `${name}/scale/weights`)),
    weight(weights, `${name}/scale/biases`),
  ) as Tensor4D;
  return activate ? tf.relu(scaled) : scaled;
}

function residual(
  tf: Tf,
  weights: Weights,
  block: { name: string; down: boolean },
  x: Tensor4D,
): Tensor4D {
  const stride = block.down ? 2 : 1;
  const padding = block.down ? 'valid' : 'same';
  const inner = convolve(tf, weights, `${block.name}/conv1`, x, stride, padding, true);
  const main = convolve(tf, weights, `${block.name}/conv2`, inner, 1, 'same', false);
  if (!block.down) return tf.relu(tf.add(main, x) as Tensor4D);
  const shortcut = tf.avgPool(x, 2, 2, 'valid') as Tensor4D;
  return tf.relu(tf.add(...sameShape(tf, main, shortcut)) as Tensor4D);
}

/** Pads with zeros: the shortcut in channels, the main path by a row and a column where it is smaller. */
function sameShape(tf: Tf, main: Tensor4D, shortcut: Tensor4D): [Tensor4D, Tensor4D] {
  const [, height, width, channels] = main.shape;
  const [, shortHeight, shortWidth, shortChannels] = shortcut.shape;
  const padded = tf.pad(main, [
    [0, 0],
    [0, shortHeight - height],
    [0, shortWidth - width],
    [0, 0],
  ]) as Tensor4D;
  const widened = tf.pad(shortcut, [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, channels - shortChannels],
  ]) as Tensor4D;
  return [padded, widened];
}
