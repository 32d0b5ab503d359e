import type { GalleryData } from '#shared/contract/gallery.ts';
import type { EngineInfo, SeveralFaces, StillResult, VisionEvent, VisionMode } from './protocol.ts';

type EventOf<K extends VisionEvent['kind']> = Extract<VisionEvent, { kind: K }>;

/** What the page may ask of the vision worker. The screens know this and nothing behind it. */
export interface VisionClient {
  /** Resolves when models are loaded and the backend is chosen. Rejects with words for people. */
  start(): Promise<EngineInfo>;
  /** Looks at this camera's frames from now on; null to stop. */
  attach(track: MediaStreamTrack | null): void;
  /**
   * Looks at these frames instead of a camera's, for measurements: unlike a track, a stream loses none
   * to one who waits for each frame's report. A fresh worker does not take it over.
   */
  attachFrames(frames: ReadableStream<VideoFrame>): void;
  setGallery(gallery: GalleryData | null): void;
  setMode(mode: VisionMode): void;
  settle(trackId: number, outcome: 'marked' | 'retry' | 'final'): void;
  /** `severalFaces` is `refuse` unless said otherwise. The picture is closed by this. */
  describeStill(picture: ImageBitmap, severalFaces?: SeveralFaces): Promise<StillResult>;
  on<K extends VisionEvent['kind']>(kind: K, listener: (event: EventOf<K>) => void): () => void;
  /** Called when the worker died or lost its backend and a fresh one took over. */
  onRestart(listener: (reason: 'crashed' | 'backendLost', info: EngineInfo) => void): () => void;
  dispose(): void;
}
