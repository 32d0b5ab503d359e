import type { MainWorldConfig } from '../browser/page-scripts.ts';
import type { PermissionQuestion } from '../wire/messages.ts';
import { receiveExposed } from './context-bridge.ts';
import { settleBeforeAsking } from './media-permission.ts';
import { installTestCamera } from './test-camera.ts';
import { sendWindowsUp } from './window-open.ts';
import { worldBridge } from './world-bridge.ts';

/** Puts what Electron does around a page's own functions around this page's. */
export function prepareMainWorld(config: MainWorldConfig): void {
  if (window.top !== window || location.href === 'about:blank') return;
  const bridge = worldBridge(config.bridgeEvent);
  const waiting = new Map<number, () => void>();
  let asked = 0;
  bridge.hearDown((message) => {
    if (message.kind !== 'settled') return;
    waiting.get(message.id)?.();
    waiting.delete(message.id);
  });
  /** Resolves once the app's handlers have been asked and the browser knows what they said. */
  const settle = (question: PermissionQuestion): Promise<void> => {
    asked += 1;
    const id = asked;
    return new Promise((done) => {
      waiting.set(id, done);
      bridge.sayUp({ kind: 'question', id, question });
    });
  };
  receiveExposed(bridge);
  settleBeforeAsking(settle);
  sendWindowsUp(bridge.sayUp);
  if (config.hasTestCamera) installTestCamera();
}
