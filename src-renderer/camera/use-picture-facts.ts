import { useEffect, useState } from 'react';
import { type Light, lightOf, meanBrightness } from './light.ts';

/** What is measured on the camera's picture as it plays. */
export interface PictureFacts {
  width: number;
  height: number;
  /** Pictures in the last second. */
  fps: number;
  light: Light;
}

const MEASURE_EVERY_MS = 1000;
const SAMPLE_WIDTH = 32;
const SAMPLE_HEIGHT = 18;

function brightnessOf(video: HTMLVideoElement, canvas: OffscreenCanvas): number {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return 0;
  context.drawImage(video, 0, 0, SAMPLE_WIDTH, SAMPLE_HEIGHT);
  return meanBrightness(context.getImageData(0, 0, SAMPLE_WIDTH, SAMPLE_HEIGHT).data);
}

/** Measures a playing video once a second; null before the first measurement. */
export function usePictureFacts(video: HTMLVideoElement | null): PictureFacts | null {
  const [facts, setFacts] = useState<PictureFacts | null>(null);
  useEffect(() => {
    if (!video) return;
    const canvas = new OffscreenCanvas(SAMPLE_WIDTH, SAMPLE_HEIGHT);
    let seen = video.getVideoPlaybackQuality().totalVideoFrames;
    let since = performance.now();
    const measure = () => {
      if (video.videoWidth === 0) return;
      const now = performance.now();
      const total = video.getVideoPlaybackQuality().totalVideoFrames;
      setFacts({
        width: video.videoWidth,
        height: video.videoHeight,
        fps: Math.round(((total - seen) * 1000) / (now - since)),
        light: lightOf(brightnessOf(video, canvas)),
      });
      seen = total;
      since = now;
    };
    const timer = setInterval(measure, MEASURE_EVERY_MS);
    return () => {
      clearInterval(timer);
      setFacts(null);
    };
  }, [video]);
  return facts;
}
