import { type Config, type GraphModel, Human, type Tensor } from '@vladmandic/human';
import type { Backend } from './protocol.ts';

/** The part of `human.tf` in use; ops are functions, tensors have no chained methods. */
export type Tf = Human['tf'];

/** A network's input: `count` pictures of `height` x `width` x 3 values, end to end. */
export interface Batch {
  values: Float32Array;
  count: number;
  height: number;
  width: number;
}

/** Everything that runs on the accelerator: one Human instance, its runtime and its models. */
export interface Networks {
  tf: Tf;
  human: Human;
  /** Runs one of Human's models; one array per output, in the model's order of outputs. */
  run(name: NetworkName, batch: Batch): Promise<Float32Array[]>;
}

export type NetworkName = 'blazeface' | 'facemesh' | 'iris' | 'faceres' | 'antispoof' | 'liveness';

/**
 * Human with the face models only, each at its file in `modelBaseUrl`. Nothing is cached in the
 * browser: files are local, and the manifest's digests are checked where they lie.
 */
export function humanConfig(backend: Backend, modelBaseUrl: string): Partial<Config> {
  return {
    backend,
    modelBasePath: modelBaseUrl,
    wasmPath: modelBaseUrl,
    cacheModels: false,
    validateModels: false,
    debug: false,
    warmup: 'none',
    filter: { enabled: false },
    gesture: { enabled: false },
    face: {
      enabled: true,
      antispoof: { enabled: true },
      liveness: { enabled: true },
      emotion: { enabled: false },
    },
    body: { enabled: false },
    hand: { enabled: false },
    object: { enabled: false },
    segmentation: { enabled: false },
  };
}

/**
 * Loads Human's models for one backend.
 * @throws Error when the backend does not start or a model is missing
 */
export async function loadNetworks(backend: Backend, modelBaseUrl: string): Promise<Networks> {
  const human = new Human(humanConfig(backend, modelBaseUrl));
  await human.load();
  const tf = human.tf;
  if (tf.getBackend() !== backend) {
    throw new Error(`The ${backend} backend did not start.`);
  }
  const run = async (name: NetworkName, batch: Batch): Promise<Float32Array[]> => {
    const model = modelOf(human, name);
    const input = tf.tensor4d(batch.values, [batch.count, batch.height, batch.width, 3]);
    const result = model.execute(input) as Tensor | Tensor[];
    const outputs = Array.isArray(result) ? result : [result];
    try {
      return await Promise.all(
        outputs.map(async (output) => (await output.data()) as Float32Array),
      );
    } finally {
      tf.dispose([input, ...outputs]);
    }
  };
  for (const name of [
    'blazeface',
    'facemesh',
    'iris',
    'faceres',
    'antispoof',
    'liveness',
  ] as const) {
    modelOf(human, name);
  }
  return { tf, human, run };
}

/** Lets go of models and backend, so that another backend can start in this worker. */
export function unloadNetworks({ human }: Networks): void {
  for (const model of Object.values(human.models.models)) model?.dispose();
  human.reset();
}

function modelOf(human: Human, name: NetworkName): GraphModel {
  const model = human.models.models[name];
  if (!model) throw new Error(`The model ${name} could not be loaded.`);
  return model;
}

/** Calls back when the graphics context behind the WebGL backend is taken away. */
export function onContextLost(tf: Tf, callback: () => void): void {
  if (tf.getBackend() !== 'webgl') return;
  const backend = tf.backend() as unknown as { canvas?: OffscreenCanvas };
  backend.canvas?.addEventListener('webglcontextlost', callback);
}
