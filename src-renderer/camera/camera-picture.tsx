import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './camera-picture.module.css';

interface CameraPictureProps {
  stream: MediaStream;
  /** Turn the picture left to right; what lies over it is not turned. */
  mirror: boolean;
  /** What the picture shows, for those who cannot see it. */
  label: string;
  /** Laid over the picture, edge to edge. */
  children?: ReactNode;
  /** Hands out the element that plays, null when it goes. */
  onVideo?: (video: HTMLVideoElement | null) => void;
}

const USUAL_SHAPE = 16 / 9;

/** The camera's picture, as large as its place allows, whole and undistorted. */
export function CameraPicture({ stream, mirror, label, children, onVideo }: CameraPictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [shape, setShape] = useState(USUAL_SHAPE);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    onVideo?.(element);
    return () => {
      element.srcObject = null;
      onVideo?.(null);
    };
  }, [stream, onVideo]);
  return (
    <div className={classes.place}>
      <div className={classes.picture} style={{ '--shape': shape } as CSSProperties}>
        <video
          ref={video}
          autoPlay
          playsInline
          muted
          aria-label={label}
          className={classes.video}
          data-mirror={mirror || undefined}
          onLoadedMetadata={(event) => {
            const { videoWidth, videoHeight } = event.currentTarget;
            if (videoWidth > 0 && videoHeight > 0) setShape(videoWidth / videoHeight);
          }}
        />
        {children}
      </div>
    </div>
  );
}
