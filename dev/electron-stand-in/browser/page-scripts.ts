import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const folder = join(import.meta.dirname, '..', 'page');

/** What the script in the preload's world is told. */
export interface PreloadWorldConfig {
  socketAddress: string;
  /** Name of the events by which the two worlds of a page talk; known to the two scripts alone. */
  bridgeEvent: string;
  /** What a sandboxed preload finds in `process`. */
  process: object;
}

/** What the script in the page's own world is told. */
export interface MainWorldConfig {
  bridgeEvent: string;
  hasTestCamera: boolean;
}

async function bundle(entry: string): Promise<string> {
  const build = await rolldown({
    input: join(folder, entry),
    platform: 'browser',
    // The page's policy forbids eval, which msgpackr's usual build tries.
    resolve: { alias: { msgpackr: 'msgpackr/index-no-eval' } },
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'iife', name: 'standIn' });
  await build.close();
  return output[0].code;
}

const bundles = new Map<string, Promise<string>>();

function bundled(entry: string): Promise<string> {
  const known = bundles.get(entry) ?? bundle(entry);
  bundles.set(entry, known);
  return known;
}

/**
 * The script that runs in a world of its own before the page's scripts: the preload, as CommonJS
 * with a `require` that knows `electron` alone.
 */
export async function preloadWorldScript(
  config: PreloadWorldConfig,
  preload: string | undefined,
): Promise<string> {
  const code = preload === undefined ? '' : readFileSync(preload, 'utf8');
  return `(() => {
${await bundled('preload-world.ts')}
standIn.runPreload(${JSON.stringify(config)}, function (require, module, exports, process) {
${code}
});
})();`;
}

/** The script that runs in the page's own world before the page's scripts. */
export async function mainWorldScript(config: MainWorldConfig): Promise<string> {
  return `(() => {
${await bundled('main-world.ts')}
standIn.prepareMainWorld(${JSON.stringify(config)});
})();`;
}

/** The script that gives tests a hand on the camera, alone, for a page of real Electron. */
export async function testCameraScript(): Promise<string> {
  return `(() => {
${await bundled('test-camera.ts')}
standIn.installTestCamera();
})();`;
}
