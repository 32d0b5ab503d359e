import { randomBytes } from 'node:crypto';
import type { PrintParameters } from '../main/print-parameters.ts';
import type { BrowserHost, OpenedPage } from './browser-host.ts';
import type { CdpSession } from './cdp-pipe.ts';
import { isHeadless } from './chromium-process.ts';
import { GoneError } from './gone.ts';
import { NavigationGuard, type NavigationRequest } from './navigation-guard.ts';
import { FAILED, type NetError, netError } from './net-errors.ts';
import { mainWorldScript, preloadWorldScript } from './page-scripts.ts';
import type { AcceptDocument } from './page-server.ts';

export interface ConsoleLine {
  level: 'debug' | 'info' | 'warning' | 'error';
  message: string;
}

/** What a page tells its owner. Addresses are the app's. */
export interface PageListener {
  accept: AcceptDocument;
  mayNavigate(request: NavigationRequest): boolean;
  committed(address: string): void;
  movedInPage(address: string): void;
  domReady(): void;
  loaded(): void;
  windowOpen(address: string, frameName: string): void;
  logged(line: ConsoleLine): void;
  crashed(): void;
  gone(): void;
}

/** As DevTools say it: the place, or a state other than `normal`, never both. */
export interface WindowPlace {
  left?: number;
  top?: number;
  width?: number;
  height?: number;
  windowState?: 'normal' | 'minimized' | 'maximized' | 'fullscreen';
}

export interface PageOptions {
  width: number;
  height: number;
  preload: string | undefined;
}

/** The part of `process` that Electron gives to a sandboxed preload. */
const SANDBOXED_PROCESS = {
  type: 'renderer',
  platform: process.platform,
  arch: process.arch,
  sandboxed: true,
  contextIsolated: true,
  env: {},
};

/** One page in the browser, driven over DevTools. */
export class PageView {
  readonly cdp: CdpSession;
  readonly targetId: string;
  private readonly host: BrowserHost;
  private readonly guard: NavigationGuard;
  private windowId: number | null = null;
  private loadEnded: ((failure: NetError | null) => void) | null = null;

  private constructor(host: BrowserHost, page: OpenedPage, listener: PageListener) {
    this.host = host;
    this.cdp = page.cdp;
    this.targetId = page.targetId;
    this.guard = new NavigationGuard(page, host.server.addresses, listener.mayNavigate);
    this.listen(listener);
  }

  static async open(
    host: BrowserHost,
    options: PageOptions,
    listener: PageListener,
  ): Promise<PageView> {
    const page = await host.openPage(options);
    const view = new PageView(host, page, listener);
    const { socketAddress, remove } = host.server.addWindow(listener.accept);
    host.onPageGone(page.targetId, () => {
      remove();
      view.loadEnded?.(FAILED);
      listener.gone();
    });
    await view.addScripts(socketAddress, options.preload);
    for (const domain of ['Page', 'Runtime', 'Inspector', 'Log'] as const) {
      await page.cdp.send(`${domain}.enable`);
    }
    await view.guard.start();
    await view.setSize(options);
    return view;
  }

  /** Loads an address of the app; gives why it could not, or null. */
  async load(address: string): Promise<NetError | null> {
    const url = this.host.server.addresses.toPage(address);
    if (url !== address) await this.giveCookie(new URL(url).origin);
    this.guard.expect(url);
    const ended = new Promise<NetError | null>((done) => {
      this.loadEnded = done;
    });
    try {
      const { errorText, loaderId } = await this.cdp.send('Page.navigate', { url });
      if (errorText !== undefined) return netError(errorText);
      // Without a loader it was a move within the page.
      return loaderId === undefined ? null : await ended;
    } catch (cause) {
      if (cause instanceof GoneError) return FAILED;
      throw cause;
    }
  }

  async reload(address: string): Promise<void> {
    this.guard.expect(this.host.server.addresses.toPage(address));
    await this.cdp.send('Page.reload');
  }

  /** Without a display the page's size is set; otherwise it follows its window. */
  async setSize({ width, height }: { width: number; height: number }): Promise<void> {
    if (!isHeadless()) return;
    await this.cdp.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
  }

  /** Moves the window on the screen; needs a display. */
  async place(bounds: WindowPlace): Promise<void> {
    if (isHeadless()) return;
    const { browser } = this.host.chromium.cdp;
    await browser.send('Browser.setWindowBounds', { windowId: await this.window(), bounds });
  }

  /** Where the user has the window now, or null without a display. */
  async currentPlace(): Promise<WindowPlace | null> {
    if (isHeadless()) return null;
    const { browser } = this.host.chromium.cdp;
    const { bounds } = await browser.send('Browser.getWindowBounds', {
      windowId: await this.window(),
    });
    return bounds;
  }

  /** What the page is told the user prefers; null leaves it to the browser. */
  async setColorScheme(scheme: 'light' | 'dark' | null): Promise<void> {
    await this.cdp.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: scheme ?? '' }],
    });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.cdp.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  async printToPdf(parameters: PrintParameters): Promise<Buffer> {
    const { data } = await this.cdp.send('Page.printToPDF', parameters);
    return Buffer.from(data, 'base64');
  }

  async focus(): Promise<void> {
    await this.cdp.send('Page.bringToFront');
  }

  async close(): Promise<void> {
    const { targetId } = this;
    await this.host.chromium.cdp.browser.send('Target.closeTarget', { targetId });
  }

  private async window(): Promise<number> {
    const { browser } = this.host.chromium.cdp;
    const { targetId } = this;
    this.windowId ??= (await browser.send('Browser.getWindowForTarget', { targetId })).windowId;
    return this.windowId;
  }

  private async addScripts(socketAddress: string, preload: string | undefined): Promise<void> {
    const bridgeEvent = `stand-in-${randomBytes(16).toString('hex')}`;
    const hasTestCamera = process.env.ROLLCALL_STAND_IN_CAMERA !== undefined;
    await this.cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: await mainWorldScript({ bridgeEvent, hasTestCamera }),
    });
    await this.cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: await preloadWorldScript(
        { bridgeEvent, socketAddress, process: SANDBOXED_PROCESS },
        preload,
      ),
      worldName: 'Electron Isolated Context',
    });
  }

  private async giveCookie(url: string): Promise<void> {
    const cookie = { ...this.host.server.cookie, url, httpOnly: true, sameSite: 'Strict' as const };
    await this.host.chromium.cdp.browser.send('Storage.setCookies', { cookies: [cookie] });
  }

  private listen(listener: PageListener): void {
    const { addresses } = this.host.server;
    const isMain = (frameId: string): boolean => frameId === this.targetId;
    this.cdp.on('Page.frameNavigated', ({ frame }) => {
      if (isMain(frame.id))
        listener.committed(addresses.toApp(frame.url + (frame.urlFragment ?? '')));
    });
    this.cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (isMain(frameId)) listener.movedInPage(addresses.toApp(url));
    });
    this.cdp.on('Page.domContentEventFired', () => listener.domReady());
    this.cdp.on('Page.loadEventFired', () => {
      listener.loaded();
      this.loadEnded?.(null);
      this.loadEnded = null;
    });
    this.cdp.on('Page.windowOpen', ({ url, windowName }) => {
      this.host.refuseNextPopup();
      listener.windowOpen(addresses.toApp(url), windowName);
    });
    this.cdp.on('Inspector.targetCrashed', () => listener.crashed());
    this.cdp.on('Runtime.consoleAPICalled', ({ type, args }) =>
      listener.logged({ level: levelOf(type), message: args.map(inWords).join(' ') }),
    );
    this.cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
      listener.logged({
        level: 'error',
        message: exceptionDetails.exception?.description ?? exceptionDetails.text,
      }),
    );
    this.cdp.on('Log.entryAdded', ({ entry }) =>
      listener.logged({
        level: entry.level === 'verbose' ? 'debug' : entry.level,
        message:
          entry.url === undefined ? entry.text : `${entry.text} ${addresses.toApp(entry.url)}`,
      }),
    );
  }
}

function levelOf(type: string): ConsoleLine['level'] {
  if (type === 'warning' || type === 'error' || type === 'debug') return type;
  return type === 'assert' ? 'error' : 'info';
}

function inWords(value: { value?: unknown; description?: string; type: string }): string {
  if (value.value !== undefined) return String(value.value);
  return value.description ?? value.type;
}
