/** What is known of an attached camera; the label is empty until access was granted once. */
export interface CameraDevice {
  deviceId: string;
  label: string;
}

/**
 * Asks for what a class needs to be seen: more pixels cost time, fewer lose the back row. All
 * is `ideal`, so that any camera opens; a chosen one that is not attached gives way to another.
 */
export function cameraConstraints(cameraId: string | null): MediaStreamConstraints {
  return {
    audio: false,
    video: {
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30 },
      ...(cameraId && { deviceId: { ideal: cameraId } }),
    },
  };
}

/**
 * The attached camera that is the one lost: by its id, or by its label, since some systems give
 * a new id to a camera that is plugged into another socket. Null while it is away.
 */
export function findAgain(
  lost: CameraDevice,
  attached: readonly CameraDevice[],
): CameraDevice | null {
  const byId = attached.find((device) => device.deviceId === lost.deviceId);
  const byLabel = attached.find((device) => device.label === lost.label && lost.label !== '');
  return byId ?? byLabel ?? null;
}
