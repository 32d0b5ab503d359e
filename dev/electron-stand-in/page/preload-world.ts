import type { PreloadWorldConfig } from '../browser/page-scripts.ts';
import { loud, NotInStandInError } from '../not-in-stand-in.ts';
import type { FromMain, FromPage } from '../wire/messages.ts';
import { contextBridgeOver } from './context-bridge.ts';
import { StandInIpcRenderer } from './ipc-renderer.ts';
import { MainConnection } from './main-connection.ts';
import { PagePorts } from './page-ports.ts';
import { worldBridge } from './world-bridge.ts';

type Preload = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void;

function receiver(ipc: StandInIpcRenderer, ports: PagePorts): (message: FromMain) => void {
  return (message) => {
    switch (message.kind) {
      case 'message':
        return ipc.deliver(
          message.channel,
          message.args,
          message.ports.map((id) => ports.import(id)),
        );
      case 'port':
        return ports.deliver(message.port, message.data, message.ports);
      case 'portClosed':
        return ports.close(message.port);
      case 'result':
        return ipc.settle(message.id, { value: message.value });
      case 'failure':
        return ipc.settle(message.id, { message: message.message });
    }
  };
}

/** Carries what the page's own world asks for to the main process, and the answers back. */
function serveMainWorld(
  bridge: ReturnType<typeof worldBridge>,
  ipc: StandInIpcRenderer,
  send: (message: FromPage) => void,
): void {
  bridge.hearUp((message) => {
    if (message.kind === 'windowOpen') send(message);
    if (message.kind !== 'question') return;
    const { id, question } = message;
    void ipc
      .request((requestId) => ({ kind: 'question', id: requestId, question }))
      .then(() => bridge.sayDown({ kind: 'settled', id }));
  });
}

function reportWindowEvents(send: (message: FromPage) => void): void {
  for (const kind of ['focus', 'blur', 'resize'] as const) {
    window.addEventListener(kind, (event) => {
      if (event.target === window) send({ kind });
    });
  }
}

/** Connects this document to the main process and runs the app's preload. */
export function runPreload(config: PreloadWorldConfig, preload: Preload): void {
  // Electron runs a preload in the main frame alone, and the empty first page is no page yet.
  if (window.top !== window || location.href === 'about:blank') return;
  const send = (message: FromPage): void => connection.send(message);
  const ports = new PagePorts(send);
  const ipc = new StandInIpcRenderer(send, ports);
  const connection = new MainConnection(config.socketAddress, receiver(ipc, ports), () =>
    ports.closeAll(),
  );
  send({ kind: 'hello', address: location.href });
  const bridge = worldBridge(config.bridgeEvent);
  serveMainWorld(bridge, ipc, send);
  reportWindowEvents(send);
  const electron = loud('renderer', {
    ipcRenderer: loud('ipcRenderer', ipc),
    contextBridge: loud('contextBridge', contextBridgeOver(bridge)),
  });
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new NotInStandInError(`(sandboxed preload) require('${name}')`);
  };
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, config.process);
  } catch (cause) {
    console.error('Unable to load preload script', cause);
    send({
      kind: 'preloadError',
      error: cause instanceof Error ? cause : new Error(String(cause)),
    });
  }
}
