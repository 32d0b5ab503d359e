import type { AppAddresses } from './app-addresses.ts';
import type { OpenedPage } from './browser-host.ts';
import { unlessGone } from './gone.ts';

/** A page is about to go somewhere, and neither the app nor the user's reload asked for it. */
export interface NavigationRequest {
  address: string;
  isMainFrame: boolean;
  isRedirect: boolean;
}

/** Stops every document request of a page until its owner has said whether it may go on. */
export class NavigationGuard {
  private readonly page: OpenedPage;
  private readonly addresses: AppAddresses;
  private readonly mayNavigate: (request: NavigationRequest) => boolean;
  private expected: string | null = null;

  constructor(
    page: OpenedPage,
    addresses: AppAddresses,
    mayNavigate: (request: NavigationRequest) => boolean,
  ) {
    this.page = page;
    this.addresses = addresses;
    this.mayNavigate = mayNavigate;
  }

  /** The main frame's next request for this address was asked for by the app itself. */
  expect(url: string): void {
    this.expected = withoutHash(url);
  }

  async start(): Promise<void> {
    const { cdp, targetId } = this.page;
    cdp.on('Fetch.requestPaused', ({ requestId, request, frameId, redirectedRequestId }) => {
      const isAllowed = this.decide({
        address: request.url + (request.urlFragment ?? ''),
        isMainFrame: frameId === targetId,
        isRedirect: redirectedRequestId !== undefined,
      });
      const answer = isAllowed
        ? cdp.send('Fetch.continueRequest', { requestId })
        : cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      unlessGone(answer);
    });
    await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
  }

  private decide(request: NavigationRequest): boolean {
    const { address, isMainFrame, isRedirect } = request;
    if (isMainFrame && !isRedirect && withoutHash(address) === this.expected) {
      this.expected = null;
      return true;
    }
    return this.mayNavigate({ ...request, address: this.addresses.toApp(address) });
  }
}

function withoutHash(url: string): string {
  return url.split('#')[0] ?? url;
}
