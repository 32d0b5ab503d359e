import { EventEmitter } from 'node:events';
import { NotInStandInError } from '../not-in-stand-in.ts';

/** An emitter that refuses a listener for an event that it will never emit. */
export class KnownEvents extends EventEmitter {
  constructor(name: string, known: readonly string[]) {
    super();
    this.on('newListener', (event: string | symbol) => {
      if (typeof event === 'symbol' || event === 'removeListener' || known.includes(event)) return;
      throw new NotInStandInError(`${name}.on('${event}')`);
    });
  }
}
