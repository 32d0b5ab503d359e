import { ipcRenderer } from 'electron';
import { CONNECT_CHANNEL } from '#shared/contract/connection.ts';

/**
 * Hands a port from the page to the main process and does nothing else: everything that crosses
 * goes through the contract on that port. Nothing is exposed in the page's world, and whether the
 * page is ours is for the main process to say.
 */
window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source !== window || event.data !== CONNECT_CHANNEL || port === undefined) return;
  ipcRenderer.postMessage(CONNECT_CHANNEL, null, [port]);
});
