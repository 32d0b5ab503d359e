import { beforeEach, describe, expect, it } from 'vitest';
import { AppAddresses } from './app-addresses.ts';

let addresses: AppAddresses;
beforeEach(() => {
  addresses = new AppAddresses(4000);
  addresses.addScheme('app');
});

describe('AppAddresses', () => {
  it.each([
    ['app://rollcall/', 'http://rollcall.app.localhost:4000/'],
    ['app://rollcall/a/b.js?q=1#h', 'http://rollcall.app.localhost:4000/a/b.js?q=1#h'],
    ['app://a.b/%20', 'http://a.b.app.localhost:4000/%20'],
  ])('%s is loaded as %s, and back', (app, page) => {
    expect(addresses.toPage(app)).toBe(page);
    expect(addresses.toApp(page)).toBe(app);
  });

  it.each([
    'https://example.com/',
    'http://rollcall.app.localhost:4001/',
    'http://rollcall.other.localhost:4000/',
    'http://rollcall.app.localhost.example:4000/',
    'http://127.0.0.1:4000/',
    'about:blank',
    'data:text/html,x',
    'no address',
  ])('%s is not ours and stays', (address) => {
    expect(addresses.toApp(address)).toBe(address);
    expect(addresses.toPage(address)).toBe(address);
  });

  it('translates origins without a path', () => {
    expect(addresses.toAppOrigin('http://rollcall.app.localhost:4000')).toBe('app://rollcall');
    expect(addresses.toAppOrigin('https://example.com')).toBe('https://example.com');
    expect(addresses.toAppOrigin('null')).toBe('null');
  });
});
