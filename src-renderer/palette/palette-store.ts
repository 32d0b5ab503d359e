import { create } from 'zustand';

/** What lies over the screens: the search, the sheet of shortcuts, or a dialog asked for there. */
export type Overlay = 'search' | 'shortcuts' | 'export' | 'addStudent';

interface PaletteState {
  open: Overlay | null;
}

export const usePaletteStore = create<PaletteState>(() => ({ open: null }));

export function openOverlay(open: Overlay): void {
  usePaletteStore.setState({ open });
}

export function closeOverlay(): void {
  usePaletteStore.setState({ open: null });
}
