import type { Upward } from './world-bridge.ts';

/** `window.open` asks the app's handler and gives null, as Electron does when the handler denies. */
export function sendWindowsUp(sayUp: (message: Upward) => void): void {
  window.open = (address = 'about:blank', frameName = '', features = '') => {
    const { href } = new URL(String(address), location.href);
    sayUp({ kind: 'windowOpen', address: href, frameName, features });
    return null;
  };
}
