import type * as Electron from 'electron';
import { loud, NotInStandInError } from '../not-in-stand-in.ts';
import { KnownEvents } from './known-events.ts';

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];

type Implemented = Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
>;

class StandInSession extends KnownEvents implements Implemented {
  requestHandler: RequestHandler = null;
  checkHandler: CheckHandler = null;

  constructor() {
    // Never emitted: the browser's downloads stay the browser's.
    super('session', ['will-download']);
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.requestHandler = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checkHandler = handler;
  }

  /** USB, serial and HID devices are never offered here, whatever the handler would say. */
  setDevicePermissionHandler(): void {}

  /** The browser's own setting stays. */
  setSpellCheckerEnabled(): void {}
}

export const standInSession = new StandInSession();

/** The one session, as the app sees it. */
export const defaultSession = loud(
  'session.defaultSession',
  standInSession,
) as unknown as Electron.Session;

export const session = loud('session', {
  defaultSession,
  fromPartition: (): never => {
    throw new NotInStandInError('session.fromPartition', 'there is one session');
  },
});
