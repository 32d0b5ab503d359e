import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { collectPackages } from './dev/licences/collect-packages.ts';

const root = import.meta.dirname;

/** One build, three bundles: the same files run on Electron and on the stand-in. */
export default defineConfig({
  main: {
    plugins: [collectPackages(root, 'main')],
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: resolve(root, 'src-main/index.ts'),
          // Threads of their own, found by their names beside the entry.
          'workbook-worker': resolve(root, 'src-main/exports/writers/workbook-worker.ts'),
          'copy-worker': resolve(root, 'src-main/backup/copy-worker.ts'),
          'check-worker': resolve(root, 'src-main/security/check-worker.ts'),
          'table-worker': resolve(root, 'src-main/imports/reading/table-worker.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [collectPackages(root, 'preload')],
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'src-preload/index.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    plugins: [react(), collectPackages(root, 'window')],
    worker: { format: 'es', plugins: () => [collectPackages(root, 'worker')] },
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      // Scripts and workers stay files of their own: the content security policy forbids inline ones.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve(root, 'src-renderer/index.html') } },
    },
  },
});
