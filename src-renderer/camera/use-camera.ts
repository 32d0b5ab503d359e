import { useEffect, useState } from 'react';
import type { CameraDevice } from './camera-device.ts';
import { attachedCameras, type CameraState, holdCamera, useCameraStore } from './camera-store.ts';

/** The camera, on for as long as the screen that asks is there. */
export function useCamera(): CameraState {
  useEffect(holdCamera, []);
  return useCameraStore((state) => state.camera);
}

/** The cameras attached, kept up to date; labels are there once the camera has been on. */
export function useCameras(): readonly CameraDevice[] {
  const [cameras, setCameras] = useState<readonly CameraDevice[]>([]);
  const kind = useCameraStore((state) => state.camera.kind);
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels appear when the camera goes on
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const found = await attachedCameras();
      if (wanted) setCameras(found);
    };
    const onChange = () => void read();
    onChange();
    navigator.mediaDevices.addEventListener('devicechange', onChange);
    return () => {
      wanted = false;
      navigator.mediaDevices.removeEventListener('devicechange', onChange);
    };
  }, [kind]);
  return cameras;
}
