import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { allowOnlyWhatIsUsed } from './permissions.ts';

const OURS = 'app://rollcall/index.html';
/** Every permission of Electron's two handlers. */
const PERMISSIONS = [
  'accessibility-events',
  'background-sync',
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'sensors',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
];

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type DeviceHandler = NonNullable<Parameters<Session['setDevicePermissionHandler']>[0]>;

interface Handlers {
  request: RequestHandler;
  check: CheckHandler;
  device: DeviceHandler;
}

/** The handlers that the app gives a session. */
function handlers(askForCamera: (() => Promise<boolean>) | null = null): Handlers {
  const given: Partial<Handlers> = {};
  allowOnlyWhatIsUsed(
    {
      setPermissionRequestHandler: (handler: RequestHandler) => {
        given.request = handler;
      },
      setPermissionCheckHandler: (handler: CheckHandler) => {
        given.check = handler;
      },
      setDevicePermissionHandler: (handler: DeviceHandler) => {
        given.device = handler;
      },
    } as unknown as Session,
    askForCamera,
  );
  return given as Handlers;
}

const { request, check, device } = handlers();

function asked(permission: string, details: object): boolean {
  let answer: boolean | null = null;
  const hear = (granted: boolean) => {
    answer = granted;
  };
  request(null as never, permission as never, hear, details as never);
  if (answer === null) throw new Error('The handler has not answered.');
  return answer;
}

const checked = (permission: string, origin: string, details: object = {}) =>
  check(null, permission as never, origin, details as never);

describe('permissions', () => {
  it.each(PERMISSIONS)('%s is refused, asked for or checked, to our own page too', (permission) => {
    expect(asked(permission, { requestingUrl: OURS })).toBe(false);
    expect(checked(permission, OURS)).toBe(false);
  });

  it('give the camera to our own page alone, and never the microphone', () => {
    const media = (mediaTypes: string[], requestingUrl = OURS) =>
      asked('media', { mediaTypes, requestingUrl });
    expect(media(['video'])).toBe(true);
    expect(media(['video', 'audio'])).toBe(false);
    expect(media(['audio'])).toBe(false);
    expect(media([])).toBe(false);
    expect(media(['video'], 'https://example.org/')).toBe(false);
    expect(
      asked('media', {
        mediaTypes: ['video'],
        requestingUrl: OURS,
        securityOrigin: 'https://example.org',
      }),
    ).toBe(false);
    expect(checked('media', OURS, { mediaType: 'video' })).toBe(true);
    expect(checked('media', OURS, { mediaType: 'audio' })).toBe(false);
    expect(checked('media', OURS, { mediaType: 'unknown' })).toBe(false);
    expect(checked('media', 'https://example.org/', { mediaType: 'video' })).toBe(false);
  });

  it.each([
    ['allows it', async () => true, true],
    ['refuses it', async () => false, false],
    ['cannot be asked', () => Promise.reject(new Error('no such media')), false],
  ])('give no camera before the system was asked, which %s', async (_answer, ask, granted) => {
    const { request: withSystem } = handlers(ask);
    const details = { mediaTypes: ['video'], requestingUrl: OURS };
    const heard = await new Promise((hear) => {
      withSystem(null as never, 'media', hear, details as never);
    });
    expect(heard).toBe(granted);
  });

  it('let our own page copy text, and nobody else', () => {
    const copy = 'clipboard-sanitized-write';
    expect(asked(copy, { requestingUrl: OURS })).toBe(true);
    expect(checked(copy, OURS)).toBe(true);
    expect(asked(copy, { requestingUrl: 'https://example.org/' })).toBe(false);
    expect(checked(copy, 'https://example.org/')).toBe(false);
  });

  it('give no USB, serial or HID device to anybody', () => {
    expect(device({ deviceType: 'usb', origin: OURS } as never)).toBe(false);
  });
});
