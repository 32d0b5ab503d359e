import { useEffect } from 'react';
import { startVision, useVisionStore, type VisionState } from './vision-store.ts';

/** The recognition engine, started by the first screen that asks for it. */
export function useVision(): VisionState {
  useEffect(() => void startVision(), []);
  return useVisionStore((state) => state.vision);
}
