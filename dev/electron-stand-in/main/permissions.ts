import type * as Electron from 'electron';
import type { PermissionQuestion } from '../wire/messages.ts';
import { browserHost } from './runtime.ts';
import { standInSession } from './session.ts';

/** Who asks, as the main process knows it; addresses are the app's. */
export interface Asker {
  contents: Electron.WebContents;
  address: string;
  origin: string;
}

type Permission = Parameters<NonNullable<typeof standInSession.checkHandler>>[1];

const MEDIA_NAMES = { video: 'camera', audio: 'microphone' } as const;

/** Permissions that are settled when a page is loaded, by Electron's name and by Chromium's. */
const SETTLED_EARLY: readonly (readonly [Permission, string])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
];

function securityOrigin({ origin }: Asker): string {
  return origin === 'null' ? origin : `${origin}/`;
}

function isAllowedByCheck(
  asker: Asker,
  permission: Permission,
  mediaType?: 'video' | 'audio',
): boolean {
  const { checkHandler } = standInSession;
  if (checkHandler === null) return true;
  const media = mediaType === undefined ? {} : { mediaType, securityOrigin: securityOrigin(asker) };
  return checkHandler(asker.contents, permission, securityOrigin(asker), {
    isMainFrame: true,
    requestingUrl: asker.address,
    ...media,
  });
}

function isAllowedByRequest(asker: Asker, mediaTypes: ('video' | 'audio')[]): Promise<boolean> {
  const { requestHandler } = standInSession;
  if (requestHandler === null) return Promise.resolve(true);
  const details = {
    isMainFrame: true,
    requestingUrl: asker.address,
    securityOrigin: securityOrigin(asker),
    mediaTypes,
  };
  return new Promise((done) => requestHandler(asker.contents, 'media', done, details));
}

async function tellBrowser(name: string, origin: string, isGranted: boolean): Promise<void> {
  const { chromium, server } = browserHost();
  await chromium.cdp.browser.send('Browser.setPermission', {
    permission: { name },
    setting: isGranted ? 'granted' : 'denied',
    origin: new URL(server.addresses.toPage(origin)).origin,
  });
}

/**
 * Asks the app's handlers about camera and microphone and tells the browser what they said, so that
 * it is the browser that gives or denies, whatever the page does next.
 */
export async function settleMedia(question: PermissionQuestion, asker: Asker): Promise<void> {
  const { mediaTypes, checkOnly } = question;
  const isRequestGranted = !checkOnly && (await isAllowedByRequest(asker, mediaTypes));
  for (const type of mediaTypes) {
    const isGranted = checkOnly ? isAllowedByCheck(asker, 'media', type) : isRequestGranted;
    await tellBrowser(MEDIA_NAMES[type], asker.origin, isGranted);
  }
}

/** Before a page is loaded: nothing is granted that the app's check handler would not grant. */
export async function settleBeforeLoad(asker: Asker): Promise<void> {
  for (const name of Object.values(MEDIA_NAMES)) await tellBrowser(name, asker.origin, false);
  for (const [permission, name] of SETTLED_EARLY) {
    await tellBrowser(name, asker.origin, isAllowedByCheck(asker, permission));
  }
}
