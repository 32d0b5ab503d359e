import { type Picture, Pyramid } from './picture.ts';

/** One camera frame, ready to be looked at. */
export interface Frame {
  pyramid: Pyramid;
  /** Wall clock, milliseconds since 1970. */
  capturedAt: number;
  /** The camera's own clock, milliseconds; for intervals. */
  mediaTime: number;
}

/** Frames are drawn no longer than this: beyond it only the time grows, not the accuracy. */
const MAX_SIDE = 1280;

/** Holds the newest frame of a stream and drops the others: never a queue. */
export class FrameSource {
  #reader: ReadableStreamDefaultReader<VideoFrame> | null = null;
  #latest: VideoFrame | null = null;
  #wake: (() => void) | null = null;
  readonly #canvas = new PictureCanvas();
  readonly #onEnd: () => void;

  /** @param onEnd called when the stream itself ends, as when a camera is unplugged */
  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  get isAttached(): boolean {
    return this.#reader !== null;
  }

  attach(readable: ReadableStream<VideoFrame>): void {
    this.detach();
    const reader = readable.getReader();
    this.#reader = reader;
    void this.#pump(reader);
  }

  /** The stream is let go with its next frame, which is closed: a frame left unclosed stalls a camera. */
  detach(): void {
    this.#reader = null;
    this.#latest?.close();
    this.#latest = null;
  }

  /** The newest frame not yet taken, waiting for one if need be. */
  async next(): Promise<Frame> {
    await yieldToMessages();
    for (;;) {
      const frame = this.#latest;
      this.#latest = null;
      if (frame) return this.#draw(frame);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async #pump(reader: ReadableStreamDefaultReader<VideoFrame>): Promise<void> {
    try {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        if (this.#reader !== reader) {
          value.close();
          await reader.cancel();
          return;
        }
        this.#latest?.close();
        this.#latest = value;
        this.#wake?.();
        this.#wake = null;
      }
    } catch {
      // A stream that breaks is a camera that went away: the same as its end.
    }
    if (this.#reader === reader) {
      this.#reader = null;
      this.#onEnd();
    }
  }

  #draw(frame: VideoFrame): Frame {
    try {
      const picture = this.#canvas.draw(frame, frame.displayWidth, frame.displayHeight, MAX_SIDE);
      return {
        pyramid: new Pyramid(picture),
        capturedAt: Date.now(),
        mediaTime: frame.timestamp / 1000,
      };
    } finally {
      frame.close();
    }
  }
}

/** A canvas kept for reading pixels back. */
export class PictureCanvas {
  #canvas = new OffscreenCanvas(1, 1);
  #context = context2d(this.#canvas);

  /** The pixels of an image, drawn smaller where a side is longer than `maxSide`. */
  draw(image: CanvasImageSource, width: number, height: number, maxSide: number): Picture {
    const scale = Math.min(1, maxSide / Math.max(width, height));
    const w = Math.max(1, Math.round(width * scale));
    const h = Math.max(1, Math.round(height * scale));
    if (this.#canvas.width !== w || this.#canvas.height !== h) {
      this.#canvas = new OffscreenCanvas(w, h);
      this.#context = context2d(this.#canvas);
    }
    this.#context.drawImage(image, 0, 0, w, h);
    return { width: w, height: h, rgba: this.#context.getImageData(0, 0, w, h).data };
  }
}

function context2d(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('This browser gives no canvas to draw frames on.');
  return context;
}

const channel = new MessageChannel();

/** Lets waiting messages and stream chunks in; a promise alone would not. */
function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}
