type Listener = Parameters<NodeJS.EventEmitter['on']>[1];

/** The part of Node's EventEmitter that `ipcRenderer` offers, for a page that has no Node. */
export class Emitter {
  private readonly listeners = new Map<string | symbol, { heard: Listener; given: Listener }[]>();

  on(event: string | symbol, listener: Listener): this {
    return this.add(event, listener, listener);
  }

  addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }

  once(event: string | symbol, listener: Listener): this {
    return this.add(event, listener, (...args) => {
      this.off(event, listener);
      listener(...args);
    });
  }

  off(event: string | symbol, listener: Listener): this {
    const found = this.listeners.get(event) ?? [];
    const index = found.findLastIndex(({ given }) => given === listener);
    this.listeners.set(event, index < 0 ? found : found.toSpliced(index, 1));
    return this;
  }

  removeListener(event: string | symbol, listener: Listener): this {
    return this.off(event, listener);
  }

  removeAllListeners(event?: string | symbol): this {
    if (event === undefined) this.listeners.clear();
    else this.listeners.delete(event);
    return this;
  }

  protected emit(event: string | symbol, ...args: unknown[]): void {
    for (const { heard } of this.listeners.get(event) ?? []) heard(...args);
  }

  private add(event: string | symbol, given: Listener, heard: Listener): this {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), { given, heard }]);
    return this;
  }
}
