import { assertNever } from '#shared/assert-never.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { chooseBackend } from './backend.ts';
import { Engine } from './engine.ts';
import { onContextLost } from './networks.ts';
import type { VisionCommand, VisionEvent } from './protocol.ts';
import { loadDlibNetwork } from './recognition/dlib-network.ts';

/** The vision worker: commands in, events out. Commands before `started` wait for it. */

/** What is used of a worker's global scope; TypeScript's DOM library knows only the window's. */
interface WorkerScope {
  postMessage(event: VisionEvent, transfer: Transferable[]): void;
  onmessage: ((message: MessageEvent<VisionCommand>) => void) | null;
}

const scope = self as unknown as WorkerScope;
const post = (event: VisionEvent, transfer: Transferable[] = []) =>
  scope.postMessage(event, transfer);

let engine: Promise<Engine> | null = null;

async function start(command: Extract<VisionCommand, { kind: 'start' }>): Promise<Engine> {
  const { modelBaseUrl } = command;
  const chosen = await chooseBackend(command.backend, modelBaseUrl);
  const { networks, backend, measuredMs, fallbackReason } = chosen;
  const dlib = await loadDlibNetwork(networks.tf, modelBaseUrl);
  onContextLost(networks.tf, () => post({ kind: 'backendLost', backend }));
  const made = new Engine({ networks, dlib }, post);
  post({
    kind: 'started',
    info: { backend, modelId: DESCRIPTOR_MODEL.id, measuredMs, fallbackReason },
  });
  return made;
}

function begin(command: Extract<VisionCommand, { kind: 'start' }>): void {
  engine = start(command);
  engine.then(
    // A frame that cannot be looked at ends the worker; the page starts a fresh one.
    (made) => made.run().catch((error: unknown) => reportError(error)),
    (error: unknown) =>
      post({
        kind: 'startFailed',
        message: error instanceof Error ? error.message : String(error),
      }),
  );
}

scope.onmessage = ({ data }: MessageEvent<VisionCommand>) => {
  if (data.kind === 'start') begin(data);
  else void engine?.then((made) => obey(made, data)).catch((error: unknown) => reportError(error));
};

function obey(made: Engine, command: Exclude<VisionCommand, { kind: 'start' }>): unknown {
  switch (command.kind) {
    case 'frames':
      return made.frames(command.readable);
    case 'noFrames':
      return made.noFrames(command.unplugged);
    case 'gallery':
      return made.setGallery(command);
    case 'mode':
      return made.setMode(command.mode);
    case 'settled':
      return made.settle(command);
    case 'still':
      return made.still(command);
    default:
      return assertNever(command);
  }
}
