import { useEffect } from 'react';

const SCHEME = 'data-mantine-color-scheme';

/** Paper is white: while the page is printed, it has the colours of the light theme. */
export function usePaperColours(): void {
  useEffect(() => {
    const root = document.documentElement;
    let onScreen: string | null = null;
    function toPaper() {
      onScreen ??= root.getAttribute(SCHEME);
      root.setAttribute(SCHEME, 'light');
    }
    function toScreen() {
      if (onScreen !== null) root.setAttribute(SCHEME, onScreen);
      onScreen = null;
    }
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', toScreen);
    return () => {
      toScreen();
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', toScreen);
    };
  }, []);
}
