import type { GalleryData } from '#shared/contract/gallery.ts';
import type {
  Backend,
  EngineInfo,
  SeveralFaces,
  StillResult,
  VisionCommand,
  VisionEvent,
  VisionMode,
} from './protocol.ts';
import type { VisionClient } from './vision-client.ts';

export interface VisionOptions {
  /** Folder of the model files, with a slash at its end; `/models/` of the page's origin by default. */
  modelBaseUrl?: string;
  /** `auto` unless the admin chose. */
  backend?: Backend | 'auto';
}

type EventOf<K extends VisionEvent['kind']> = Extract<VisionEvent, { kind: K }>;
type Listener = (event: VisionEvent) => void;
type RestartListener = (reason: 'crashed' | 'backendLost', info: EngineInfo) => void;

/** A worker that dies this often in a row is not started again. */
const MAX_CRASHES = 3;
const CRASHES_FORGOTTEN_MS = 60_000;

/** The vision worker, kept alive: a fresh one takes over gallery, mode and camera from one that died. */
export function createVisionClient(options: VisionOptions = {}): VisionClient {
  return new WorkerVisionClient(options);
}

class WorkerVisionClient implements VisionClient {
  readonly #modelBaseUrl: string;
  #worker: Worker | null = null;
  #backend: Backend | 'auto';
  #starting: PromiseWithResolvers<EngineInfo> | null = null;
  #gallery: GalleryData | null = null;
  #mode: VisionMode = { kind: 'idle' };
  #track: MediaStreamTrack | null = null;
  readonly #listeners = new Map<VisionEvent['kind'], Set<Listener>>();
  readonly #restartListeners = new Set<RestartListener>();
  readonly #stills = new Map<number, PromiseWithResolvers<StillResult>>();
  #nextRequest = 1;
  #crashes: number[] = [];

  constructor(options: VisionOptions) {
    this.#modelBaseUrl = options.modelBaseUrl ?? new URL('/models/', location.href).href;
    this.#backend = options.backend ?? 'auto';
  }

  start(): Promise<EngineInfo> {
    this.#starting ??= this.#spawn();
    return this.#starting.promise;
  }

  attach(track: MediaStreamTrack | null): void {
    const unplugged = track === null && this.#track?.readyState === 'ended';
    // A screen may still hold the track that the one before it has just stopped.
    this.#track = track?.readyState === 'live' ? track : null;
    if (this.#track) this.#sendFrames(this.#track);
    else this.#send({ kind: 'noFrames', unplugged });
  }

  attachFrames(frames: ReadableStream<VideoFrame>): void {
    this.#track = null;
    this.#transferFrames(frames);
  }

  setGallery(gallery: GalleryData | null): void {
    this.#gallery = gallery;
    this.#send({ kind: 'gallery', gallery });
  }

  setMode(mode: VisionMode): void {
    this.#mode = mode;
    this.#send({ kind: 'mode', mode });
  }

  settle(trackId: number, outcome: 'marked' | 'retry' | 'final'): void {
    this.#send({ kind: 'settled', trackId, outcome });
  }

  async describeStill(
    picture: ImageBitmap,
    severalFaces: SeveralFaces = 'refuse',
  ): Promise<StillResult> {
    await this.start();
    const requestId = this.#nextRequest++;
    const waiting = Promise.withResolvers<StillResult>();
    this.#stills.set(requestId, waiting);
    this.#send({ kind: 'still', requestId, picture, severalFaces }, [picture]);
    return waiting.promise;
  }

  on<K extends VisionEvent['kind']>(kind: K, listener: (event: EventOf<K>) => void): () => void {
    const set = this.#listeners.get(kind) ?? new Set<Listener>();
    this.#listeners.set(kind, set);
    // Only events of this kind reach the set's listeners.
    set.add(listener as Listener);
    return () => set.delete(listener as Listener);
  }

  onRestart(listener: RestartListener): () => void {
    this.#restartListeners.add(listener);
    return () => this.#restartListeners.delete(listener);
  }

  dispose(): void {
    this.#kill('The camera analysis was closed.');
    this.#starting = null;
    this.#listeners.clear();
    this.#restartListeners.clear();
  }

  #spawn(): PromiseWithResolvers<EngineInfo> {
    const starting = Promise.withResolvers<EngineInfo>();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<VisionEvent>) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#died('crashed', event.message || 'It could not be loaded.');
    };
    this.#send({ kind: 'start', modelBaseUrl: this.#modelBaseUrl, backend: this.#backend });
    this.#send({ kind: 'gallery', gallery: this.#gallery });
    this.#send({ kind: 'mode', mode: this.#mode });
    if (this.#track?.readyState === 'live') this.#sendFrames(this.#track);
    return starting;
  }

  #send(command: VisionCommand, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(command, transfer);
  }

  #sendFrames(track: MediaStreamTrack): void {
    if (!this.#worker) return;
    const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 });
    this.#transferFrames(readable);
  }

  #transferFrames(readable: ReadableStream<VideoFrame>): void {
    this.#send({ kind: 'frames', readable }, [readable as unknown as Transferable]);
  }

  #receive(event: VisionEvent): void {
    switch (event.kind) {
      case 'started':
        this.#starting?.resolve(event.info);
        break;
      case 'startFailed':
        this.#startFailed(event.message);
        return;
      case 'backendLost':
        this.#died('backendLost', 'WebGL was lost.');
        return;
      case 'still':
        this.#stills.get(event.requestId)?.resolve(event.result);
        this.#stills.delete(event.requestId);
        break;
      default:
        break;
    }
    for (const listener of this.#listeners.get(event.kind) ?? []) listener(event);
  }

  #startFailed(message: string): void {
    this.#starting?.reject(new Error(`Face recognition could not start. ${message}`));
    this.#kill(message);
    for (const listener of this.#listeners.get('startFailed') ?? []) {
      listener({ kind: 'startFailed', message });
    }
    // The next call of start() tries afresh.
    this.#starting = null;
  }

  /** Starts a fresh worker in place of the dead one, on WASM when the graphics card failed. */
  #died(reason: 'crashed' | 'backendLost', message: string): void {
    const starting = this.#starting;
    this.#kill(message);
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < CRASHES_FORGOTTEN_MS), now];
    if (this.#crashes.length > MAX_CRASHES) {
      this.#starting = starting;
      this.#startFailed(`It stopped ${this.#crashes.length} times in a minute. ${message}`);
      return;
    }
    if (reason === 'backendLost') this.#backend = 'wasm';
    const fresh = this.#spawn();
    this.#starting = fresh;
    fresh.promise.then(
      (info) => {
        starting?.resolve(info);
        for (const listener of this.#restartListeners) listener(reason, info);
      },
      (error: unknown) => starting?.reject(error),
    );
  }

  #kill(message: string): void {
    if (this.#worker) {
      this.#worker.onmessage = null;
      this.#worker.onerror = null;
      this.#worker.terminate();
    }
    this.#worker = null;
    for (const waiting of this.#stills.values()) waiting.reject(new Error(message));
    this.#stills.clear();
  }
}
