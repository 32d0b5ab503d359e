import { useEffect, useRef, useState } from 'react';
import { usePictureFacts } from '#renderer/camera/use-picture-facts.ts';
import type { FaceView } from '#vision/protocol.ts';
import { type CameraMeasurements, type CameraSample, middleOf, sampleOf } from './camera-report.ts';
import { type SessionMode, useWatching, type Watching } from './use-watching.ts';

/** Faces are found and measured; nobody has to be known or alive. */
const MODE: SessionMode = { kind: 'session', policy: 'off' };
const WINDOW_MS = 3_000;
const SHOW_EVERY_MS = 500;

export interface CameraReport extends Watching {
  faces: readonly FaceView[];
  /** Null before the first measurement. */
  measured: CameraMeasurements | null;
  onVideo: (video: HTMLVideoElement | null) => void;
}

/** Measures the camera's picture for as long as the screen is there. */
export function useCameraReport(): CameraReport {
  const [video, onVideo] = useState<HTMLVideoElement | null>(null);
  const [faces, setFaces] = useState<readonly FaceView[]>([]);
  const recent = useRef<{ at: number; sample: CameraSample }[]>([]);
  const watching = useWatching(MODE, null, (report) => {
    setFaces(report.faces);
    const sample = sampleOf(report);
    if (sample) recent.current.push({ at: performance.now(), sample });
  });
  const middle = useMiddle(recent);
  const facts = usePictureFacts(video);
  const measured = facts && middle && asMeasured(middle, facts);
  return { ...watching, faces, measured, onVideo };
}

function asMeasured(
  middle: CameraSample,
  { width, height, fps }: { width: number; height: number; fps: number },
): CameraMeasurements {
  return { ...middle, width, height, cameraFps: fps };
}

/** What the last seconds come to, said so often that it can be read. */
function useMiddle(
  recent: React.RefObject<{ at: number; sample: CameraSample }[]>,
): CameraSample | null {
  const [middle, setMiddle] = useState<CameraSample | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const since = performance.now() - WINDOW_MS;
      recent.current = recent.current.filter(({ at }) => at >= since);
      setMiddle(middleOf(recent.current.map(({ sample }) => sample)));
    }, SHOW_EVERY_MS);
    return () => clearInterval(timer);
  }, [recent]);
  return middle;
}
