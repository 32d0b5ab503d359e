import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { create } from 'zustand';
import { createVisionClient } from '#vision/create-vision-client.ts';
import type { EngineInfo } from '#vision/protocol.ts';
import type { VisionClient } from '#vision/vision-client.ts';

export type VisionState =
  | { kind: 'off' }
  | { kind: 'starting' }
  | { kind: 'ready'; client: VisionClient; info: EngineInfo }
  /** `ran`: it had been ready before it failed for good. */
  | { kind: 'failed'; message: string; ran: boolean };

/** The one recognition engine of the app: started once, kept while people move between screens. */
export const useVisionStore = create<{ vision: VisionState }>(() => ({ vision: { kind: 'off' } }));

function setVision(vision: VisionState): void {
  useVisionStore.setState({ vision });
}

/** Starts the engine unless it runs or starts already; after a failure, tries anew. */
export async function startVision(): Promise<void> {
  const { vision } = useVisionStore.getState();
  if (vision.kind === 'starting' || vision.kind === 'ready') return;
  setVision({ kind: 'starting' });
  const client = createVisionClient();
  client.onRestart((reason, info) => {
    setVision({ kind: 'ready', client, info });
    sayRestarted(reason);
  });
  client.on('startFailed', ({ message }) => fail(message));
  try {
    setVision({ kind: 'ready', client, info: await client.start() });
  } catch (error) {
    client.dispose();
    fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): void {
  const { vision } = useVisionStore.getState();
  const ran = vision.kind === 'ready' || (vision.kind === 'failed' && vision.ran);
  setVision({ kind: 'failed', message, ran });
}

function sayRestarted(reason: 'crashed' | 'backendLost'): void {
  notifications.show({
    color: 'yellow',
    title: i18next.t(`camera:restarted.${reason}.title`),
    message: i18next.t(`camera:restarted.${reason}.advice`),
  });
}
