import { useEffect, useState } from 'react';
import { type CameraState, holdCamera, useCameraStore } from '#renderer/camera/camera-store.ts';
import { playSound } from '#renderer/camera/sound.ts';
import { useCameraFrames } from '#renderer/camera/use-camera-frames.ts';
import { useVision } from '#renderer/camera/use-vision.ts';
import type { VisionState } from '#renderer/camera/vision-store.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import { currentSlot, needsPause, type Slot } from './capture-plan.ts';
import { acceptView, useCaptureStore } from './capture-store.ts';

/** Long enough to look away and back, so that the next view is another moment. */
const PAUSE_MS = 2_000;

export interface GuidedCapture {
  camera: CameraState;
  vision: VisionState;
  slot: Slot | null;
  /** True while the person is to look away before the next view of the same pose. */
  pausing: boolean;
}

/** Takes the views of the plan one after another for as long as the screen is there. */
export function useGuidedCapture(): GuidedCapture {
  const camera = useCameraStore((state) => state.camera);
  const vision = useVision();
  const client = vision.kind === 'ready' ? vision.client : null;
  const slot = useCaptureStore((state) => currentSlot(state.plan));
  const pausing = usePause(slot);
  useShutter(client, slot, pausing);
  useCameraFrames(client, camera);
  // Last, so that on leaving the worker is told before the camera goes off.
  useEffect(holdCamera, []);
  return { camera, vision, slot, pausing };
}

function usePause(slot: Slot | null): boolean {
  const lastTaken = useCaptureStore((state) => state.lastTaken);
  const [rested, setRested] = useState<number | null>(null);
  const wanted = slot !== null && needsPause(lastTaken, slot.pose) && rested !== slot.id;
  const slotId = slot?.id ?? null;
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => setRested(slotId), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, slotId]);
  return wanted;
}

function useShutter(client: VisionClient | null, slot: Slot | null, pausing: boolean): void {
  const slotId = slot?.id;
  const pose = slot?.pose;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new slot of the same pose begins anew
  useEffect(() => {
    if (!client || !pose || pausing) return;
    const stops = [
      client.on('capture', ({ report }) => {
        if (report.pose === pose) useCaptureStore.setState({ report });
      }),
      client.on('captured', ({ view }) => {
        if (acceptView(view)) playSound('taken');
        else view.picture.close();
      }),
    ];
    client.setMode({ kind: 'enrol', pose });
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, slotId, pose, pausing]);
  useEffect(() => {
    if (!client) return;
    return () => client.setMode({ kind: 'idle' });
  }, [client]);
}
