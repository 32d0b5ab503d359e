import type { MediaAccessPermissionRequest, Session } from 'electron';
import { isTrustedAddress } from './trusted-sender.ts';

/** The camera, for our own pages: the one permission that Rollcall has a use for. */
function isCameraRequest(
  permission: string,
  origin: string,
  mediaTypes: readonly (string | undefined)[],
): boolean {
  const videoOnly = mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
  return permission === 'media' && videoOnly && isTrustedAddress(origin);
}

/**
 * Denies every permission but video for our own origin. Both handlers are needed: Chromium
 * checks some permissions without ever making a request.
 */
export function allowOnlyTheCamera(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const request = details as MediaAccessPermissionRequest;
    const origin = request.securityOrigin ?? request.requestingUrl;
    callback(isCameraRequest(permission, origin, request.mediaTypes ?? []));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    isCameraRequest(permission, details.securityOrigin ?? requestingOrigin, [details.mediaType]),
  );
  session.setDevicePermissionHandler(() => false);
}
