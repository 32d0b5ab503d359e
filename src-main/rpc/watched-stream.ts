import { AsyncIteratorClass } from '@orpc/server';

type StreamOf<T, R> = AsyncIteratorObject<T, R, void>;

type Stream = AsyncIteratorObject<unknown, unknown, void>;

export function isStream(output: unknown): output is Stream {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

interface StreamWatch {
  /** Runs before a value leaves; throwing ends the stream. */
  beforeValue?: () => void;
  /** Turns what the stream threw into what the reader is told. */
  mapError?: (error: unknown) => unknown;
}

/** The same stream, watched; it is closed when the reader stops or the watch ends it. */
export function watchStream<T, R>(stream: StreamOf<T, R>, watch: StreamWatch): StreamOf<T, R> {
  return new AsyncIteratorClass<T, R, void>(
    async () => {
      try {
        const step = await stream.next();
        watch.beforeValue?.();
        return step;
      } catch (error) {
        throw watch.mapError ? watch.mapError(error) : error;
      }
    },
    async () => {
      await stream.return?.();
    },
  );
}
