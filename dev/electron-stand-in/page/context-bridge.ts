import type * as Electron from 'electron';
import { ValueBridge } from './value-bridge.ts';
import type { worldBridge } from './world-bridge.ts';

type Bridge = ReturnType<typeof worldBridge>;
type Implemented = Pick<Electron.ContextBridge, 'exposeInMainWorld'>;

/** `contextBridge` for the preload. */
export function contextBridgeOver(bridge: Bridge): Implemented {
  const values = new ValueBridge(
    (message) => bridge.sayDown({ kind: 'bridge', message }),
    () => undefined,
  );
  bridge.hearUp((message) => {
    if (message.kind === 'bridge') values.hear(message.message);
  });
  return { exposeInMainWorld: (key, api) => values.expose(key, api) };
}

/** Puts what the preload exposes on the page's `window`, frozen. */
export function receiveExposed(bridge: Bridge): void {
  const values = new ValueBridge(
    (message) => bridge.sayUp({ kind: 'bridge', message }),
    (key, value) => {
      if (key in window) {
        console.error(`Cannot bind an API on top of an existing property: window.${key}`);
        return;
      }
      Object.defineProperty(window, key, { value: deepFreeze(value), enumerable: true });
    },
  );
  bridge.hearDown((message) => {
    if (message.kind === 'bridge') values.hear(message.message);
  });
}

function deepFreeze<T>(value: T): T {
  // A view on a buffer cannot be frozen, and holds nothing that needs it.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const each of Object.values(value)) deepFreeze(each);
  return Object.freeze(value);
}
