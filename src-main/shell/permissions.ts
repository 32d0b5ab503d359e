import type { MediaAccessPermissionRequest, Session } from 'electron';
import { isTrustedAddress } from './trusted-sender.ts';

/** The camera, for our own pages. */
function isCameraRequest(
  permission: string,
  origin: string,
  mediaTypes: readonly (string | undefined)[],
): boolean {
  const videoOnly = mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
  return permission === 'media' && videoOnly && isTrustedAddress(origin);
}

/** Text onto the clipboard, at a click on a button of our own pages that says so; never from it. */
function isCopy(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && isTrustedAddress(origin);
}

/** Asks the system for the camera; it asks the user the first time, and remembers the answer. */
type AskForCamera = () => Promise<boolean>;

/**
 * Denies every permission but video and copying text, for our own origin. Both handlers are needed:
 * Chromium checks some permissions without ever making a request.
 * @param askForCamera of a system that keeps cameras from apps itself, such as macOS; else null
 */
export function allowOnlyWhatIsUsed(session: Session, askForCamera: AskForCamera | null): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const request = details as MediaAccessPermissionRequest;
    const origin = request.securityOrigin ?? request.requestingUrl;
    const isCamera = isCameraRequest(permission, origin, request.mediaTypes ?? []);
    if (isCamera && askForCamera) askForCamera().then(callback, () => callback(false));
    else callback(isCamera || isCopy(permission, origin));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    const origin = details.securityOrigin ?? requestingOrigin;
    return isCameraRequest(permission, origin, [details.mediaType]) || isCopy(permission, origin);
  });
  session.setDevicePermissionHandler(() => false);
}
