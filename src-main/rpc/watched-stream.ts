import { AsyncIteratorClass } from '@orpc/server';

type Stream = AsyncIteratorObject<unknown, unknown, unknown>;

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
export function watchStream(stream: Stream, watch: StreamWatch): Stream {
  return new AsyncIteratorClass(
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
