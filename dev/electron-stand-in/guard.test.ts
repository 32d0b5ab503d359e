import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Fixture, launchFixture } from './testing/launch-fixture.ts';

let app: Fixture;
let foreign: string;
beforeEach(async () => {
  app = await launchFixture('guard');
  foreign = String(await app.report('foreign'));
});
afterEach(() => app[Symbol.asyncDispose]());

describe('senders', () => {
  it('shows main the true origin of a page that the window was led to, so that it is refused', async () => {
    await app.page.evaluate(() => window.fixture.send('may-leave'));
    await app.page.evaluate((url) => {
      location.href = url;
    }, foreign);
    expect(await app.report('refused')).toEqual({ url: foreign, origin: new URL(foreign).origin });
    expect(app.reports('accepted')).toEqual([]);
  });

  it('runs no preload in a frame, so that a foreign frame is never a sender', async () => {
    await app.page.evaluate(() => {
      location.href = '/framed';
    });
    await app.page.waitForSelector('iframe');
    const frame = app.page.frame({ url: foreign });
    await frame?.waitForLoadState();
    expect(await frame?.evaluate(() => 'fixture' in window)).toBe(false);
    expect(app.reports('will-frame-navigate')).toEqual([foreign]);
  });

  it("keeps the preload's world apart from the page's", async () => {
    expect(await app.page.evaluate(() => 'preloadSecret' in window)).toBe(false);
  });
});

describe('navigation', () => {
  it('stays where it is when will-navigate is prevented', async () => {
    const before = app.page.url();
    await app.page.evaluate((url) => {
      location.href = url;
    }, foreign);
    expect(await app.report('will-navigate')).toBe(foreign);
    await app.page.evaluate(() => window.fixture.invoke('nothing').catch(() => undefined));
    expect(app.page.url()).toBe(before);
    await expect.poll(() => app.page.evaluate(() => document.title)).toBe('/');
  });

  it('goes on when it is not, and main sees addresses of the app', async () => {
    await app.page.evaluate(() => {
      location.href = '/next?a=1#b';
    });
    await app.page.waitForFunction(() => document.title === 'next');
    expect(app.reports('will-navigate')).toEqual(['app://fixture/next?a=1#b']);
    expect(app.reports('did-navigate').at(-1)).toBe('app://fixture/next?a=1#b');
  });

  it('does not follow a redirect that is prevented', async () => {
    await app.page.evaluate(() => {
      location.href = '/redirect';
    });
    expect(await app.report('will-redirect')).toBe(foreign);
    expect(app.reports('did-navigate')).not.toContain(foreign);
    await expect.poll(() => app.page.evaluate(() => document.title)).toBe('/');
  });

  it('opens no window for window.open', async () => {
    expect(await app.page.evaluate(() => window.open('/elsewhere'))).toBeNull();
    expect(await app.report('window-open')).toBe('app://fixture/elsewhere');
    expect(app.page.context().pages()).toHaveLength(1);
  });

  it('opens no window for a link, and loads nothing', async () => {
    await app.page.evaluate((url) => {
      document.body.innerHTML = `<a href="${url}" target="_blank">away</a>`;
    }, foreign);
    await app.page.click('a');
    expect(await app.report('window-open')).toBe(foreign);
    await expect.poll(() => app.page.context().pages().length).toBe(1);
    expect(app.reports('refused')).toEqual([]);
  });
});
