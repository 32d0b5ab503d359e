import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Above this many rows only those in sight are drawn. */
const DRAW_ALL = 200;

interface RowWindow {
  /** Index of the first and the last row to draw. */
  first: number;
  last: number;
  /** Height in pixels of the rows left out above and below. */
  before: number;
  after: number;
}

/** Which rows of a table to draw: all of a short one, those near the view of a long one. */
export function useRowWindow(
  count: number,
  rowHeight: number,
  body: RefObject<HTMLElement | null>,
): RowWindow {
  const [top, setTop] = useState(0);
  const long = count > DRAW_ALL;
  useLayoutEffect(() => {
    if (body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY);
  }, [body]);
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: top,
    enabled: long,
  });
  if (!long) return { first: 0, last: count - 1, before: 0, after: 0 };
  const items = virtual.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) return { first: 0, last: 0, before: 0, after: (count - 1) * rowHeight };
  return {
    first: first.index,
    last: last.index,
    before: first.start - top,
    after: virtual.getTotalSize() - (last.end - top),
  };
}
