import type { Rectangle } from 'electron';

/** Where the window was when it was last closed. */
export interface WindowState {
  bounds: Rectangle;
  maximized: boolean;
}

export const MINIMUM_SIZE = { width: 1024, height: 640 } as const;
export const DEFAULT_SIZE = { width: 1280, height: 800 } as const;

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * The remembered place if some display still shows a part of it, else nothing, so that a window
 * closed on a projector comes back on the laptop. Sizes are in device-independent pixels.
 */
export function placeOn(
  displays: readonly { workArea: Rectangle }[],
  remembered: WindowState | undefined,
): Partial<Rectangle> {
  if (remembered === undefined) return DEFAULT_SIZE;
  const { bounds } = remembered;
  const size = {
    width: Math.max(bounds.width, MINIMUM_SIZE.width),
    height: Math.max(bounds.height, MINIMUM_SIZE.height),
  };
  const visible = displays.some((display) => overlaps(display.workArea, bounds));
  return visible ? { ...size, x: bounds.x, y: bounds.y } : size;
}
