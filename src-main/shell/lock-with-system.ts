import { powerMonitor } from 'electron';
import type { Connections } from '../rpc/connection.ts';

/** Whoever comes back to the computer after its own lock or sleep has to be known here as well. */
export function lockWithSystem(connections: Connections): void {
  powerMonitor.on('lock-screen', () => connections.lockAll());
  powerMonitor.on('suspend', () => connections.lockAll());
}
