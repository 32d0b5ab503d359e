import { createORPCClient, DynamicLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { CONNECT_CHANNEL } from '#shared/contract/connection.ts';
import { float32Serializer } from '#shared/contract/float32-serializer.ts';
import type { Contract } from '#shared/contract/index.ts';

type Link = RPCLink<Record<never, never>>;

const lostListeners = new Set<() => void>();
let openLink: Link | null = null;

/** Opens a port to the main process; the preload hands the other end on. */
function connect(): Link {
  const { port1, port2 } = new MessageChannel();
  const link: Link = new RPCLink({ port: port1, customJsonSerializers: [float32Serializer] });
  port1.addEventListener('close', () => {
    if (openLink !== link) return;
    openLink = null;
    for (const listener of lostListeners) listener();
  });
  port1.start();
  window.postMessage(CONNECT_CHANNEL, window.location.origin, [port2]);
  return link;
}

function currentLink(): Link {
  openLink ??= connect();
  return openLink;
}

/**
 * Every call the window may make. A port that has closed is replaced at the next call; the
 * calls that were under way on it are rejected, and nobody is signed in on the new one.
 */
export const rollcall: ContractRouterClient<Contract> = createORPCClient(
  new DynamicLink(currentLink),
);

/** Calls `listener` each time the port to the main process has closed. Returns the way to stop. */
export function onConnectionLost(listener: () => void): () => void {
  lostListeners.add(listener);
  return () => lostListeners.delete(listener);
}
