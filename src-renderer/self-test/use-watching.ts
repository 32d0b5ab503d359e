import { useEffect, useEffectEvent } from 'react';
import { type CameraState, holdCamera, useCameraStore } from '#renderer/camera/camera-store.ts';
import { useCameraFrames } from '#renderer/camera/use-camera-frames.ts';
import { useVision } from '#renderer/camera/use-vision.ts';
import type { VisionState } from '#renderer/camera/vision-store.ts';
import type { GalleryData } from '#shared/contract/gallery.ts';
import type { FrameReport, VisionMode } from '#vision/protocol.ts';

export type SessionMode = Extract<VisionMode, { kind: 'session' }>;

export interface Watching {
  camera: CameraState;
  vision: VisionState;
}

/**
 * Looks through the camera as a session does, for as long as the screen that asks is there.
 * @param mode null: look at nothing yet; another object begins anew
 */
export function useWatching(
  mode: SessionMode | null,
  gallery: GalleryData | null,
  onFrame: (report: FrameReport) => void,
): Watching {
  const camera = useCameraStore((state) => state.camera);
  const vision = useVision();
  const client = vision.kind === 'ready' ? vision.client : null;
  const take = useEffectEvent(onFrame);
  useEffect(() => {
    if (!client || !mode) return;
    const stop = client.on('frame', ({ report }) => take(report));
    client.setGallery(gallery);
    client.setMode(mode);
    return () => {
      stop();
      client.setMode({ kind: 'idle' });
      client.setGallery(null);
    };
  }, [client, mode, gallery]);
  useCameraFrames(client, camera);
  // Last, so that on leaving the worker is told before the camera goes off.
  useEffect(holdCamera, []);
  return { camera, vision };
}
