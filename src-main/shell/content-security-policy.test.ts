import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

const directives = new Map(
  CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources] as const;
  }),
);

test('what is not named is not loaded', () => {
  expect(directives.get('default-src')).toEqual(["'none'"]);
  for (const name of ['object-src', 'frame-src', 'child-src', 'manifest-src']) {
    expect(directives.has(name), name).toBe(false);
  }
});

test('scripts are our own files: nothing inline, nothing evaluated but WebAssembly', () => {
  expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(directives.get('worker-src')).toEqual(["'self'"]);
});

test('nothing is fetched from anywhere else, and no form, frame or base leads there', () => {
  const LOCAL = new Set([
    "'self'",
    "'none'",
    "'unsafe-inline'",
    "'wasm-unsafe-eval'",
    'blob:',
    'data:',
  ]);
  for (const [name, sources] of directives) {
    for (const source of sources) expect(LOCAL.has(source), `${name} ${source}`).toBe(true);
  }
  expect(directives.get('connect-src')).toEqual(["'self'"]);
  for (const name of ['form-action', 'frame-ancestors', 'base-uri']) {
    expect(directives.get(name)).toEqual(["'none'"]);
  }
});
