import { attachedCameras } from '#renderer/camera/camera-store.ts';
import { fallbackKind } from '#renderer/camera/fallback-reason.ts';
import { useVisionStore } from '#renderer/camera/vision-store.ts';
import type { WindowFacts } from '#shared/contract/app.contract.ts';

function engineFacts(): WindowFacts['engine'] {
  const { vision } = useVisionStore.getState();
  if (vision.kind !== 'ready') return null;
  const { backend, measuredMs, fallbackReason } = vision.info;
  const fallback = fallbackReason === null ? null : fallbackKind(fallbackReason);
  return { backend, measuredMs, fallback };
}

/**
 * What a diagnostics file says of the window and of what is attached.
 * @param cameraId of the camera chosen on this device, null where none is
 */
export async function readWindowFacts(cameraId: string | null): Promise<WindowFacts> {
  const cameras = await attachedCameras();
  return {
    engine: engineFacts(),
    cameras: cameras.map(({ deviceId }) => ({ chosen: deviceId === cameraId })),
    screen: { width: screen.width, height: screen.height, pixelRatio: devicePixelRatio },
    windowSize: { width: innerWidth, height: innerHeight },
  };
}
