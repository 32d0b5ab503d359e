import { readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../chromium/find-browser.ts';
import { copyModels, modelFilesFolder } from '../models/copy-models.ts';

const root = resolve(import.meta.dirname, '../..');
/** Each run builds for itself, so that two at a time do not get in each other's way. */
const built = join(root, '.cache/evaluate', String(process.pid));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
};

/** The app's own policy: what breaks it in the app breaks it here. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
].join('; ');

export interface EvaluationPage {
  page: Page;
  /** The address under which a file of the data folder can be fetched by the page. */
  urlOf(path: string): string;
  close(): Promise<void>;
}

/**
 * Builds the evaluation page with the app's worker in it, serves it with models and `data` on the
 * loopback, and opens it in a headless Chromium.
 */
export async function openEvaluationPage(data: string): Promise<EvaluationPage> {
  await copyModels();
  await buildPage();
  const folder = resolve(data);
  const server = await serve([
    ['/data/', folder],
    ['/models/', modelFilesFolder],
    // What only the stock comparison needs is never part of the app.
    ['/models/', join(root, 'node_modules/@vladmandic/human/models')],
    ['/', built],
  ]);
  const { port } = server.address() as AddressInfo;
  const browser = await launch();
  const page = await openPage(browser, `http://127.0.0.1:${port}/`);
  return {
    page,
    urlOf: (path) =>
      `/data/${path
        .slice(folder.length + 1)
        .split(sep)
        .map(encodeURIComponent)
        .join('/')}`,
    close: async () => {
      await browser.close();
      server.close();
      await rm(built, { recursive: true, force: true });
    },
  };
}

async function buildPage(): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: built, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 4_000 },
  });
}

function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error('No Chromium, Chrome or Edge was found; `npm test` installs one.');
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`page: ${message.text()}`);
  });
  await page.goto(url);
  await page.waitForFunction(() => 'rollcallEvaluation' in globalThis);
  return page;
}

/** Serves folders on the loopback, the first that has the file. */
async function serve(routes: readonly (readonly [string, string])[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const name = path === '/' ? '/index.html' : path;
    for (const [prefix, folder] of routes) {
      if (!name.startsWith(prefix)) continue;
      const file = resolve(folder, name.slice(prefix.length));
      if (!file.startsWith(folder + sep)) continue;
      const bytes = await readFile(file).catch(() => null);
      if (!bytes) continue;
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.setHeader('content-security-policy', POLICY);
      response.end(bytes);
      return;
    }
    response.statusCode = 404;
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}
