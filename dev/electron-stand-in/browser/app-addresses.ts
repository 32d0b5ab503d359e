/**
 * Translates between the addresses that the app knows and those that the browser loads. Chromium
 * has no way to serve `app://` from outside, so `app://rollcall/x` is loaded as
 * `http://rollcall.app.localhost:PORT/x`: names under `.localhost` lead to this machine and count
 * as a secure context (W3C Secure Contexts, 3.1), which the camera needs. Main never sees them.
 */
export class AppAddresses {
  readonly port: number;
  private readonly schemes = new Set<string>();

  constructor(port: number) {
    this.port = port;
  }

  addScheme(scheme: string): void {
    this.schemes.add(scheme);
  }

  removeScheme(scheme: string): void {
    this.schemes.delete(scheme);
  }

  hasScheme(scheme: string): boolean {
    return this.schemes.has(scheme);
  }

  /** The address that the browser loads for an address of the app. Others stay as they are. */
  toPage(address: string): string {
    const url = URL.parse(address);
    if (url === null || !this.schemes.has(url.protocol.slice(0, -1))) return address;
    const host = `${url.hostname}.${url.protocol.slice(0, -1)}.localhost:${this.port}`;
    return `http://${host}${url.pathname || '/'}${url.search}${url.hash}`;
  }

  /** The address that the app knows for one that the browser has. Others stay as they are. */
  toApp(address: string): string {
    const url = URL.parse(address);
    const found = url === null || url.protocol !== 'http:' ? null : this.schemeAndHost(url.host);
    if (url === null || found === null) return address;
    return `${found.scheme}://${found.host}${url.pathname}${url.search}${url.hash}`;
  }

  /** As {@link toApp}, for an origin: no path. */
  toAppOrigin(origin: string): string {
    return this.toApp(origin).replace(/\/$/, '');
  }

  /** Which scheme and host a Host header means, or null if it is none of ours. */
  schemeAndHost(hostHeader: string): { scheme: string; host: string } | null {
    const match = /^(.+)\.([^.]+)\.localhost:(\d+)$/.exec(hostHeader);
    const [, host, scheme, port] = match ?? [];
    if (host === undefined || scheme === undefined || Number(port) !== this.port) return null;
    return this.schemes.has(scheme) ? { scheme, host } : null;
  }
}
