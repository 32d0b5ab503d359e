import type { CdpSession } from './cdp-pipe.ts';
import { type Chromium, isHeadless, startChromium } from './chromium-process.ts';
import { unlessGone } from './gone.ts';
import type { PageServer } from './page-server.ts';

/** A page that the stand-in opened, with its DevTools session. */
export interface OpenedPage {
  targetId: string;
  cdp: CdpSession;
}

type Waiting = (page: OpenedPage) => void;

/** The running browser and the pages that it shows for this app. */
export class BrowserHost {
  readonly chromium: Chromium;
  readonly server: PageServer;
  private readonly opening = new Map<string, Waiting>();
  private readonly arrived = new Map<string, OpenedPage>();
  private readonly gone = new Map<string, () => void>();
  /** The page that a browser with a display begins with. */
  private readonly startPage = Promise.withResolvers<OpenedPage>();
  private isStartPageFree = !isHeadless();
  private popups = 0;

  private constructor(chromium: Chromium, server: PageServer) {
    this.chromium = chromium;
    this.server = server;
  }

  static async start(
    browserPath: string,
    server: PageServer,
    extraSwitches: readonly string[],
  ): Promise<BrowserHost> {
    const chromium = await startChromium(browserPath, extraSwitches);
    const host = new BrowserHost(chromium, server);
    // A browser that crashes says nothing of its pages.
    chromium.process.once('exit', () => {
      for (const targetId of [...host.gone.keys()]) host.pageGone(targetId);
    });
    await host.watchTargets();
    return host;
  }

  /** Opens an empty page in a window of its own; the first is the one that the browser began with. */
  async openPage(size: { width: number; height: number }): Promise<OpenedPage> {
    const { browser } = this.chromium.cdp;
    if (this.isStartPageFree) {
      this.isStartPageFree = false;
      return this.startPage.promise;
    }
    const { targetId } = await browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
    });
    const page =
      this.arrived.get(targetId) ??
      (await new Promise<OpenedPage>((done) => this.opening.set(targetId, done)));
    this.arrived.delete(targetId);
    return page;
  }

  /** What a page says of the screen, in CSS pixels; null without a display. */
  async screenSize(): Promise<{ width: number; height: number } | null> {
    if (isHeadless()) return null;
    const { cdp } = await this.startPage.promise;
    const { result } = await cdp.send('Runtime.evaluate', {
      expression: '({ width: screen.availWidth, height: screen.availHeight })',
      returnByValue: true,
    });
    return result.value as { width: number; height: number };
  }

  /** Calls back once when the page has gone, whoever closed it. */
  onPageGone(targetId: string, listener: () => void): void {
    this.gone.set(targetId, listener);
  }

  /** A page of ours is about to open a window: the next page that appears is that one. */
  refuseNextPopup(): void {
    this.popups += 1;
  }

  private async watchTargets(): Promise<void> {
    const { browser } = this.chromium.cdp;
    browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const page = { targetId: targetInfo.targetId, cdp: this.chromium.cdp.session(sessionId) };
      unlessGone(this.meetTarget(page, targetInfo.openerId !== undefined));
    });
    browser.on('Target.detachedFromTarget', ({ sessionId }) => this.chromium.cdp.forget(sessionId));
    browser.on('Target.targetDestroyed', ({ targetId }) => this.pageGone(targetId));
    await browser.send('Target.setDiscoverTargets', { discover: true });
    await browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }],
    });
  }

  private pageGone(targetId: string): void {
    const listener = this.gone.get(targetId);
    this.gone.delete(targetId);
    listener?.();
  }

  /** New pages are stopped before they load anything: ours go on, windows opened by pages do not. */
  private async meetTarget(page: OpenedPage, hasOpener: boolean): Promise<void> {
    if (hasOpener || this.popups > 0) {
      this.popups = Math.max(0, this.popups - 1);
      await this.chromium.cdp.browser.send('Target.closeTarget', { targetId: page.targetId });
      return;
    }
    const waiting = this.opening.get(page.targetId);
    this.opening.delete(page.targetId);
    if (waiting === undefined) this.arrived.set(page.targetId, page);
    else waiting(page);
    this.startPage.resolve(page);
    await page.cdp.send('Runtime.runIfWaitingForDebugger');
  }
}
