import type * as Electron from 'electron';

/** An event whose default can be prevented, as Electron's listeners get it. */
export function preventable<T extends object>(
  fields: T,
): Electron.Event<T> & { readonly defaultPrevented: boolean } & T {
  let defaultPrevented = false;
  const event = {
    ...fields,
    preventDefault: () => {
      defaultPrevented = true;
    },
    get defaultPrevented() {
      return defaultPrevented;
    },
  };
  return Object.defineProperty(event, 'defaultPrevented', { get: () => defaultPrevented });
}
