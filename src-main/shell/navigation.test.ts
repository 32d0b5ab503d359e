import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { denyNavigation } from './navigation.ts';

type OpenHandler = (details: { url: string }) => { action: string };

/** Contents such as Electron announces, with the handler that the app gave them. */
class Contents extends EventEmitter {
  openHandler: OpenHandler | null = null;
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  /** Whether an event of this kind was prevented. */
  isPrevented(event: string, details: object = {}): boolean {
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    this.emit(event, { ...details, preventDefault });
    return prevented;
  }
}

function announced(): Contents {
  const app = new EventEmitter();
  denyNavigation(app as unknown as App);
  const contents = new Contents();
  app.emit('web-contents-created', {}, contents);
  return contents;
}

describe('whatever contents are made', () => {
  it('open no window', () => {
    const { openHandler } = announced();
    expect(openHandler?.({ url: 'app://rollcall/index.html' })).toEqual({ action: 'deny' });
    expect(openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
  });

  it('attach no webview', () => {
    expect(announced().isPrevented('will-attach-webview')).toBe(true);
  });

  it.each([
    'https://example.org/',
    'file:///etc/passwd',
    'app://rollcall.example/',
    'data:text/html,x',
    'javascript:alert(1)',
  ])('do not go to %s', (url) => {
    expect(announced().isPrevented('will-navigate', { url })).toBe(true);
  });

  it('go to our own pages, and are sent on by none', () => {
    expect(announced().isPrevented('will-navigate', { url: 'app://rollcall/index.html' })).toBe(
      false,
    );
    expect(announced().isPrevented('will-redirect', { url: 'app://rollcall/' })).toBe(true);
  });
});
