import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Protocol } from 'electron';
import { APP_ORIGIN } from '#shared/contract/connection.ts';
import type { Logger } from '../platform.ts';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';
import { isTrustedAddress } from './trusted-sender.ts';

const SCHEME = new URL(APP_ORIGIN).protocol.slice(0, -1);

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};

export interface AppFolders {
  /** The built window: index.html, scripts, styles. */
  renderer: string;
  /** The model files, served under /models/. */
  models: string;
}

/** Makes app:// a standard, secure scheme. Must run before the app is ready. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

/**
 * The file that an address means, or null for any address that is not ours or leaves the
 * folders it may read.
 */
export function fileFor(address: string, folders: AppFolders): string | null {
  if (!isTrustedAddress(address)) return null;
  const path = decodePath(new URL(address).pathname);
  if (path === null) return null;
  const isModel = path.startsWith('/models/');
  const folder = isModel ? folders.models : folders.renderer;
  const file = join(folder, isModel ? path.slice('/models/'.length) : path);
  return file.startsWith(folder + sep) ? file : null;
}

function decodePath(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('\0') ? null : path === '' || path === '/' ? '/index.html' : path;
  } catch {
    return null;
  }
}

/** Serves the window and the models from the two folders, each answer under the security policy. */
export function serveApp(protocol: Protocol, folders: AppFolders, log: Logger): void {
  protocol.handle(SCHEME, async (request) => {
    const file = fileFor(request.url, folders);
    if (file === null || request.method !== 'GET') return new Response(null, { status: 404 });
    try {
      return new Response(await readFile(file), {
        headers: {
          'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        },
      });
    } catch (cause) {
      log.error(`The window's ${new URL(request.url).pathname} could not be read`, cause);
      return new Response(null, { status: 404 });
    }
  });
}
