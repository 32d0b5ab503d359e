import { useEffect, useRef } from 'react';
import classes from './bitmap-view.module.css';

interface BitmapViewProps {
  picture: ImageBitmap;
  /** What it shows, for those who cannot see it. */
  label: string;
}

/** A picture that is in memory only, drawn; nothing of it is kept. */
export function BitmapView({ picture, label }: BitmapViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element || picture.width === 0) return;
    element.width = picture.width;
    element.height = picture.height;
    element.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return <canvas ref={canvas} className={classes.picture} role="img" aria-label={label} />;
}
