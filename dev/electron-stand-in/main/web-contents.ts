import type * as Electron from 'electron';
import type { WebSocket } from 'ws';
import { unlessGone } from '../browser/gone.ts';
import type { NetError } from '../browser/net-errors.ts';
import { type PageOptions, PageView } from '../browser/page-view.ts';
import { loud, NotInStandInError } from '../not-in-stand-in.ts';
import { capturedImage } from './captured-image.ts';
import { DocumentConnection } from './document-connection.ts';
import { KnownEvents } from './known-events.ts';
import { asStandInPort } from './message-port.ts';
import { standInNativeTheme } from './native-theme.ts';
import { pageListener } from './page-events.ts';
import { receiveFromPage } from './page-messages.ts';
import { settleBeforeLoad } from './permissions.ts';
import { printParameters } from './print-parameters.ts';
import { standInProtocol } from './protocol.ts';
import { browserHost } from './runtime.ts';
import { defaultSession } from './session.ts';
import { frameOf, StandInWebFrame } from './web-frame.ts';

const EVENTS = [
  'did-start-loading',
  'did-stop-loading',
  'did-navigate',
  'did-navigate-in-page',
  'dom-ready',
  'did-finish-load',
  'did-fail-load',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'console-message',
  'preload-error',
  'render-process-gone',
  'focus',
  'blur',
  'destroyed',
  // Never emitted: there are no webviews, and a page's windows are refused.
  'will-attach-webview',
  'did-create-window',
  'unresponsive',
  'responsive',
];

type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

type Implemented = Pick<
  Electron.WebContents,
  | 'id'
  | 'session'
  | 'mainFrame'
  | 'getURL'
  | 'getType'
  | 'isDestroyed'
  | 'isLoading'
  | 'isCrashed'
  | 'loadURL'
  | 'reload'
  | 'send'
  | 'postMessage'
  | 'executeJavaScript'
  | 'setWindowOpenHandler'
  | 'setBackgroundThrottling'
  | 'openDevTools'
  | 'capturePage'
  | 'printToPDF'
>;

/** What the contents tell their window. */
export interface ContentsOwner {
  firstLoad(): void;
  gone(): void;
  focusChanged(isFocused: boolean): void;
  resized(): void;
}

/** Why an address could not be loaded, as `loadURL` rejects in Electron. */
export class LoadError extends Error {
  readonly errno: number;
  readonly code: string;
  readonly url: string;

  constructor({ name, code }: NetError, url: string) {
    super(`${name} (${code}) loading '${url}'`);
    this.errno = code;
    this.code = name;
    this.url = url;
  }
}

let made = 0;

/** `webContents` of one window. */
export class StandInWebContents extends KnownEvents implements Implemented {
  readonly id: number;
  readonly session = defaultSession;
  /** This object as the app sees it. */
  readonly outer: Electron.WebContents;
  readonly owner: ContentsOwner;
  /** The page, once the browser has opened it. */
  readonly page: Promise<PageView>;
  frame = new StandInWebFrame('', 0);
  state: 'empty' | 'loading' | 'loaded' | 'crashed' | 'destroyed' = 'empty';
  windowOpenHandler: WindowOpenHandler | null = null;

  constructor(options: PageOptions, owner: ContentsOwner) {
    super('webContents', EVENTS);
    made += 1;
    this.id = made;
    this.owner = owner;
    this.outer = loud('webContents', this) as unknown as Electron.WebContents;
    const accept = (socket: WebSocket, origin: string): void => this.accept(socket, origin);
    this.page = PageView.open(browserHost(), options, pageListener(this, accept));
    unlessGone(this.page);
    this.followTheme();
  }

  get mainFrame(): Electron.WebFrameMain {
    return frameOf(this.frame);
  }

  getURL(): string {
    return this.frame.url;
  }

  getType(): 'window' {
    return 'window';
  }

  isDestroyed(): boolean {
    return this.state === 'destroyed';
  }

  isLoading(): boolean {
    return this.state === 'loading';
  }

  isCrashed(): boolean {
    return this.state === 'crashed';
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.page;
    const { protocol, host } = new URL(address);
    const origin = host === '' ? 'null' : `${protocol}//${host}`;
    if (origin !== 'null') await settleBeforeLoad({ contents: this.outer, address, origin });
    this.state = 'loading';
    this.emit('did-start-loading');
    const failure = await page.load(address);
    if (failure === null) return;
    const said = standInProtocol.takeFailure(new URL(address).href) ?? failure;
    if (this.isDestroyed()) throw new LoadError(said, address);
    this.state = 'loaded';
    this.emit('did-fail-load', {}, said.code, said.name, address, true);
    this.emit('did-stop-loading');
    throw new LoadError(said, address);
  }

  reload(): void {
    unlessGone(this.page.then((page) => page.reload(this.getURL())));
  }

  send(channel: string, ...args: unknown[]): void {
    this.frame.send(channel, ...args);
  }

  postMessage(channel: string, message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    const { connection } = this.frame;
    if (connection === null) return;
    const ports = transfer.map((port) => connection.exportPort(asStandInPort(port)));
    connection.send({ kind: 'message', channel, args: [message], ports });
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { cdp } = await this.page;
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails === undefined) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }

  /** What the handler says to a window that the page wants; it cannot be had either way. */
  refuseWindow(url: string, frameName: string, features: string): void {
    const answer = this.windowOpenHandler?.({
      url,
      frameName,
      features,
      disposition: 'new-window',
      referrer: { url: this.getURL(), policy: 'default' },
    });
    if (answer?.action === 'deny') return;
    throw new NotInStandInError('webContents.setWindowOpenHandler', "only 'deny' is known here");
  }

  /** Pages are not throttled here: a window without a display is never in the background. */
  setBackgroundThrottling(): void {}

  openDevTools(): void {
    console.log(`stand-in: connect Chrome's inspector to ${browserHost().chromium.cdpUrl}`);
  }

  async capturePage(): Promise<Electron.NativeImage> {
    return capturedImage(await (await this.page).screenshot());
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    return (await this.page).printToPdf(printParameters(options));
  }

  private followTheme(): void {
    const tell = (): void => {
      const { colorScheme } = standInNativeTheme;
      unlessGone(this.page.then((page) => page.setColorScheme(colorScheme)));
    };
    tell();
    standInNativeTheme.on('updated', tell);
    this.once('destroyed', () => standInNativeTheme.off('updated', tell));
  }

  private accept(socket: WebSocket, origin: string): void {
    const connection = new DocumentConnection(
      socket,
      browserHost().server.addresses.toAppOrigin(origin),
      (message) => receiveFromPage(this, connection, message),
    );
  }
}
