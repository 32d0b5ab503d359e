import type { NavigationRequest } from '../browser/navigation-guard.ts';
import type { AcceptDocument } from '../browser/page-server.ts';
import type { ConsoleLine, PageListener } from '../browser/page-view.ts';
import { standInApp } from './app.ts';
import { preventable } from './prevent-default.ts';
import type { StandInWebContents } from './web-contents.ts';
import { StandInWebFrame } from './web-frame.ts';

const CRASHED = { reason: 'crashed', exitCode: 1 } as const;

/** Asks the app's listeners whether the page may go where it wants to. */
function mayNavigate(contents: StandInWebContents, request: NavigationRequest): boolean {
  const { address: url, isMainFrame, isRedirect } = request;
  const ask = (name: string): boolean => {
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame: null });
    contents.emit(name, event, url, false, isMainFrame, 1, contents.frame.routingId);
    return !event.defaultPrevented;
  };
  if (isRedirect) return ask('will-redirect');
  return ask('will-frame-navigate') && (!isMainFrame || ask('will-navigate'));
}

/** A new document is there; its connection may have come a moment earlier. */
function committed(contents: StandInWebContents, address: string): void {
  if (contents.frame.isAhead) contents.frame.isAhead = false;
  else contents.frame = new StandInWebFrame(address, contents.frame.routingId + 1);
  if (address === 'about:blank') return;
  contents.emit('did-navigate', preventable({}), address, 200, 'OK');
}

function logged(contents: StandInWebContents, { level, message }: ConsoleLine): void {
  const details = preventable({ level, message, lineNumber: 0, sourceId: '', frame: null });
  contents.emit('console-message', details);
}

/** Makes the events of `webContents` out of what its page tells. */
export function pageListener(contents: StandInWebContents, accept: AcceptDocument): PageListener {
  return {
    accept,
    mayNavigate: (request) => mayNavigate(contents, request),
    committed: (address) => committed(contents, address),
    movedInPage(address) {
      contents.frame.url = address;
      contents.emit('did-navigate-in-page', preventable({}), address, true);
    },
    domReady: () => contents.emit('dom-ready', preventable({})),
    loaded() {
      if (contents.getURL() === 'about:blank') return;
      contents.state = 'loaded';
      contents.emit('did-stop-loading');
      contents.emit('did-finish-load');
      contents.owner.firstLoad();
    },
    windowOpen: (address, frameName) => contents.refuseWindow(address, frameName, ''),
    logged: (line) => logged(contents, line),
    crashed() {
      contents.state = 'crashed';
      contents.emit('render-process-gone', preventable({}), CRASHED);
      standInApp.emit('render-process-gone', preventable({}), contents.outer, CRASHED);
    },
    gone() {
      if (contents.state === 'destroyed') return;
      contents.owner.gone();
    },
  };
}
