import { type FocusEvent, useMemo, useState } from 'react';

/** Whether somebody is at work in a list, with the pointer or the keyboard. */
export interface Hold {
  held: boolean;
  /** For the element that the list scrolls in. */
  handlers: {
    onPointerEnter: () => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
}

/** Tells while the pointer or the keyboard focus is in a list, so that its rows can stay in place. */
export function useHold(): Hold {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const handlers = useMemo(
    () => ({
      onPointerEnter: () => setPointer(true),
      onPointerLeave: () => setPointer(false),
      onFocus: () => setFocus(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) =>
        setFocus(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    }),
    [],
  );
  return { held: pointer || focus, handlers };
}
