import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';
import { KnownEvents } from './known-events.ts';

type Monitor = Pick<
  Electron.PowerMonitor,
  'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower'
>;
type Blocker = Pick<Electron.PowerSaveBlocker, 'start' | 'stop' | 'isStarted'>;

/** Its events come from tests alone: see control.ts. */
class StandInPowerMonitor extends KnownEvents implements Monitor {
  constructor() {
    super('powerMonitor', [
      'suspend',
      'resume',
      'lock-screen',
      'unlock-screen',
      'on-ac',
      'on-battery',
      'shutdown',
    ]);
  }

  getSystemIdleState(): 'active' {
    return 'active';
  }

  getSystemIdleTime(): number {
    return 0;
  }

  isOnBatteryPower(): boolean {
    return false;
  }
}

/** Keeps count and keeps nothing awake. */
class StandInPowerSaveBlocker implements Blocker {
  private readonly started = new Set<number>();
  private made = 0;

  start(): number {
    this.made += 1;
    this.started.add(this.made);
    return this.made;
  }

  stop(id: number): boolean {
    return this.started.delete(id);
  }

  isStarted(id: number): boolean {
    return this.started.has(id);
  }
}

export const powerMonitor = loud('powerMonitor', new StandInPowerMonitor());
export const powerSaveBlocker = loud('powerSaveBlocker', new StandInPowerSaveBlocker());
