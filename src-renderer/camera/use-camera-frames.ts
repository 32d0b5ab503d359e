import { useEffect } from 'react';
import type { VisionClient } from '#vision/vision-client.ts';
import type { CameraState } from './camera-store.ts';

/** Lets the engine see the camera's pictures while both are there. */
export function useCameraFrames(client: VisionClient | null, camera: CameraState): void {
  const track = camera.kind === 'live' ? camera.track : null;
  useEffect(() => {
    if (!client || !track) return;
    client.attach(track);
    return () => client.attach(null);
  }, [client, track]);
}
