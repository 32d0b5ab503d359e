import { standInApp } from './app.ts';
import { powerMonitor } from './power.ts';

/** What a test that started this process may make happen; see launch-stand-in.ts. */
export interface Control {
  power: string;
}

/** Obeys the parent process, when there is one with a channel to this, and ends with it. */
export function obeyParent(): void {
  if (process.send === undefined) return;
  process.on('message', ({ power }: Control) => powerMonitor.emit(power));
  process.on('disconnect', () => standInApp.exit(1));
}
