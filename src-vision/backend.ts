import { detectFaces } from './faces/detect.ts';
import { fitMeshes } from './faces/mesh.ts';
import { loadNetworks, type Networks, unloadNetworks } from './networks.ts';
import { Pyramid } from './picture/picture.ts';
import type { Backend } from './protocol.ts';
import { isSoftware } from './software-renderer.ts';

export interface ChosenBackend {
  networks: Networks;
  backend: Backend;
  measuredMs: Partial<Record<Backend, number>>;
  fallbackReason: string | null;
}

/** A WebGL frame slower than this loses to WASM, which takes about 40 ms a frame on any laptop. */
const SLOW_WEBGL_MS = 60;

/**
 * Starts WebGL where it is real and fast, WASM where it is not. WebGL drawn by software is told by
 * its renderer's name and not tried at all, unless it is asked for by name.
 * @throws Error in plain words when neither starts
 */
export async function chooseBackend(
  wanted: Backend | 'auto',
  modelBaseUrl: string,
): Promise<ChosenBackend> {
  const measuredMs: Partial<Record<Backend, number>> = {};
  let fallbackReason = wanted === 'auto' ? whyNotWebgl() : null;
  if (wanted !== 'wasm' && !fallbackReason) {
    const limit = wanted === 'webgl' ? Number.POSITIVE_INFINITY : SLOW_WEBGL_MS;
    const tried = await tryWebgl(modelBaseUrl, measuredMs, limit);
    if (typeof tried !== 'string') {
      return { networks: tried, backend: 'webgl', measuredMs, fallbackReason: null };
    }
    fallbackReason = tried;
  }
  const networks = await loadNetworks('wasm', modelBaseUrl);
  measuredMs.wasm = await measure(networks);
  return { networks, backend: 'wasm', measuredMs, fallbackReason };
}

async function tryWebgl(
  modelBaseUrl: string,
  measuredMs: Partial<Record<Backend, number>>,
  limit: number,
): Promise<Networks | string> {
  try {
    const networks = await loadNetworks('webgl', modelBaseUrl);
    measuredMs.webgl = await measure(networks);
    if (measuredMs.webgl <= limit) return networks;
    unloadNetworks(networks);
    return `WebGL took ${Math.round(measuredMs.webgl)} ms a frame.`;
  } catch (error) {
    return `WebGL did not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Why WebGL is not worth trying, or null. */
export function whyNotWebgl(): string | null {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return 'This computer offers no WebGL.';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return isSoftware(renderer) ? `WebGL is drawn by software (${renderer}).` : null;
}

/** Milliseconds for a detector and a mesh run, once warm. */
async function measure(networks: Networks): Promise<number> {
  const width = 640;
  const height = 480;
  const pyramid = new Pyramid({ width, height, rgba: new Uint8ClampedArray(width * height * 4) });
  const window = { x: 320, y: 240, side: 200, angle: 0 };
  const look = async () => {
    await detectFaces(networks, pyramid);
    await fitMeshes(networks, pyramid, [window]);
  };
  await look();
  const begin = performance.now();
  await look();
  await look();
  return (performance.now() - begin) / 2;
}
