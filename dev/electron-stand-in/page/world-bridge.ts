import type { PermissionQuestion } from '../wire/messages.ts';
import type { BridgeMessage } from './value-bridge.ts';

/** What the page's own world says to the preload's world. */
export type Upward =
  | { kind: 'question'; id: number; question: PermissionQuestion }
  | { kind: 'windowOpen'; address: string; frameName: string; features: string }
  | { kind: 'bridge'; message: BridgeMessage };

/** What the preload's world says to the page's own. */
export type Downward = { kind: 'settled'; id: number } | { kind: 'bridge'; message: BridgeMessage };

/**
 * The two worlds of a page share its DOM and nothing else, so they talk in events whose name only
 * they know; Chromium clones an event's detail from one world to the other, and dispatching is
 * synchronous. The functions are taken before any script of the page could replace them.
 */
export function worldBridge(name: string): {
  sayUp(message: Upward): void;
  sayDown(message: Downward): void;
  hearUp(listener: (message: Upward) => void): void;
  hearDown(listener: (message: Downward) => void): void;
} {
  const dispatch = window.dispatchEvent.bind(window);
  const listen = window.addEventListener.bind(window);
  const Custom = CustomEvent;
  const say = (type: string, detail: unknown): void => {
    dispatch(new Custom(type, { detail }));
  };
  const hear = (type: string, listener: (detail: never) => void): void =>
    listen(type, (event) => listener((event as CustomEvent<never>).detail));
  return {
    sayUp: (message) => say(`${name}-up`, message),
    sayDown: (message) => say(`${name}-down`, message),
    hearUp: (listener) => hear(`${name}-up`, listener),
    hearDown: (listener) => hear(`${name}-down`, listener),
  };
}
