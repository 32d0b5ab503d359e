/** A value on its way to the other world: what can be cloned, and names for what cannot. */
type Described =
  | { kind: 'clone'; value: unknown }
  | { kind: 'list'; items: Described[] }
  | { kind: 'object'; entries: [string, Described][] }
  | { kind: 'error'; name: string; message: string; stack: string | undefined }
  | { kind: 'function' | 'promise'; id: number };

export type BridgeMessage =
  | { kind: 'expose'; key: string; value: Described }
  | { kind: 'call'; call: number; id: number; args: Described[] }
  | { kind: 'outcome'; call: number; isError: boolean; value: Described }
  | { kind: 'settled'; id: number; isError: boolean; value: Described };

type Callable = (...args: unknown[]) => unknown;

interface Outcome {
  isError: boolean;
  value: unknown;
}

/** As in Electron, where it also ends objects that contain themselves. */
const MAX_DEPTH = 1000;

/**
 * Copies values between the two worlds of a page as `contextBridge` does: objects lose their
 * prototypes, functions become functions that call back, promises become promises, everything else
 * is cloned. Both worlds have one; they talk synchronously.
 */
export class ValueBridge {
  private readonly say: (message: BridgeMessage) => void;
  private readonly exposed: (key: string, value: unknown) => void;
  private readonly functions = new Map<number, Callable>();
  private readonly promises = new Map<number, (outcome: Outcome) => void>();
  private readonly outcomes = new Map<number, Outcome>();
  private made = 0;

  constructor(
    say: (message: BridgeMessage) => void,
    exposed: (key: string, value: unknown) => void,
  ) {
    this.say = say;
    this.exposed = exposed;
  }

  expose(key: string, api: unknown): void {
    this.say({ kind: 'expose', key, value: this.describe(api) });
  }

  hear(message: BridgeMessage): void {
    if (message.kind === 'expose') this.exposed(message.key, this.revive(message.value));
    else if (message.kind === 'call') this.answer(message.call, message.id, message.args);
    else if (message.kind === 'outcome') {
      const { call, isError, value } = message;
      this.outcomes.set(call, { isError, value: this.revive(value) });
    } else {
      const { id, isError, value } = message;
      this.promises.get(id)?.({ isError, value: this.revive(value) });
      this.promises.delete(id);
    }
  }

  private answer(call: number, id: number, args: readonly Described[]): void {
    const { isError, value } = attempt(() =>
      this.describe(this.functions.get(id)?.(...args.map((each) => this.revive(each)))),
    );
    const described = isError ? describeError(value) : (value as Described);
    this.say({ kind: 'outcome', call, isError, value: described });
  }

  private describe(value: unknown, depth = 0): Described {
    if (depth > MAX_DEPTH) {
      throw new TypeError('Electron contextBridge recursion depth exceeded.');
    }
    if (typeof value === 'function') {
      const id = this.nextId();
      this.functions.set(id, value as Callable);
      return { kind: 'function', id };
    }
    if (value instanceof Promise) return this.describePromise(value);
    if (value instanceof Error) return describeError(value);
    if (Array.isArray(value)) {
      return { kind: 'list', items: value.map((item) => this.describe(item, depth + 1)) };
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') {
      return { kind: 'clone', value: structuredClone(value) };
    }
    const entries = Object.entries(value as object).map(([key, each]): [string, Described] => [
      key,
      this.describe(each, depth + 1),
    ]);
    return { kind: 'object', entries };
  }

  private describePromise(promise: Promise<unknown>): Described {
    const id = this.nextId();
    const settle = (isError: boolean, value: Described): void =>
      this.say({ kind: 'settled', id, isError, value });
    promise
      .then((value) => settle(false, this.describe(value)))
      .catch((cause: unknown) => settle(true, describeError(cause)));
    return { kind: 'promise', id };
  }

  private revive(described: Described): unknown {
    switch (described.kind) {
      case 'clone':
        return described.value;
      case 'list':
        return described.items.map((item) => this.revive(item));
      case 'object':
        return Object.fromEntries(described.entries.map(([key, each]) => [key, this.revive(each)]));
      case 'error':
        return reviveError(described);
      case 'function':
        return (...args: unknown[]) => this.call(described.id, args);
      case 'promise':
        return new Promise((done, fail) => {
          this.promises.set(described.id, ({ isError, value }) =>
            isError ? fail(value) : done(value),
          );
        });
    }
  }

  private call(id: number, args: readonly unknown[]): unknown {
    const call = this.nextId();
    this.say({ kind: 'call', call, id, args: args.map((each) => this.describe(each)) });
    const outcome = this.outcomes.get(call);
    this.outcomes.delete(call);
    if (outcome === undefined) throw new Error('The other world has gone.');
    if (outcome.isError) throw outcome.value;
    return outcome.value;
  }

  private nextId(): number {
    this.made += 1;
    return this.made;
  }
}

function attempt(act: () => unknown): Outcome {
  try {
    return { isError: false, value: act() };
  } catch (cause) {
    return { isError: true, value: cause };
  }
}

function describeError(cause: unknown): Described {
  const { name, message, stack } = cause instanceof Error ? cause : new Error(String(cause));
  return { kind: 'error', name, message, stack };
}

function reviveError({ name, message, stack }: Extract<Described, { kind: 'error' }>): Error {
  return Object.assign(new Error(message), { name, stack });
}
