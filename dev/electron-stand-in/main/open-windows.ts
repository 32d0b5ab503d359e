/** What ending the app needs of a window. */
export interface Closable {
  close(): void;
  destroy(): void;
}

/** The windows that exist, oldest first. */
export const openWindows = new Set<Closable>();
