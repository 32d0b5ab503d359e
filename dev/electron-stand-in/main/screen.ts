import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';
import { KnownEvents } from './known-events.ts';

type ShownDisplay = Pick<
  Electron.Display,
  'id' | 'bounds' | 'workArea' | 'size' | 'workAreaSize' | 'scaleFactor' | 'rotation' | 'internal'
>;

/** A teacher's laptop, in device-independent pixels: what is not said to be otherwise. */
const LAPTOP = { width: 1440, height: 900 };

let size = LAPTOP;

/** Called once the browser knows the screen that it is on. */
export function setScreenSize(found: { width: number; height: number }): void {
  size = found;
}

/** The one display. */
export function primaryDisplay(): Electron.Display {
  const place = { x: 0, y: 0, ...size };
  const display: ShownDisplay = {
    id: 1,
    bounds: place,
    workArea: place,
    size,
    workAreaSize: size,
    scaleFactor: 1,
    rotation: 0,
    internal: true,
  };
  return loud('Display', display) as Electron.Display;
}

type Implemented = Pick<
  Electron.Screen,
  'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayMatching' | 'getDisplayNearestPoint'
>;

class StandInScreen extends KnownEvents implements Implemented {
  constructor() {
    // Never emitted: displays do not come and go here.
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }

  getPrimaryDisplay(): Electron.Display {
    return primaryDisplay();
  }

  getAllDisplays(): Electron.Display[] {
    return [primaryDisplay()];
  }

  getDisplayMatching(): Electron.Display {
    return primaryDisplay();
  }

  getDisplayNearestPoint(): Electron.Display {
    return primaryDisplay();
  }
}

export const screen = loud('screen', new StandInScreen());
