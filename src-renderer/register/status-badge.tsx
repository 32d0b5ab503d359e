import { Group, Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status } from '#shared/contract/register.contract.ts';
import type { StatusColour } from '#shared/contract/status.ts';
import classes from './status-badge.module.css';
import { LOOK_LETTERS, lookOfStatus, type StatusLook } from './status-look.ts';

/** Outlines in a box of 24 by 24; no two alike, so that colour is never the only sign. */
const SHAPES: Record<StatusLook, React.ReactNode> = {
  present: <circle cx="12" cy="12" r="11" />,
  late: <path d="M12 .8 22.2 6.4v11.2L12 23.2 1.8 17.6V6.4Z" strokeLinejoin="round" />,
  absent: <rect x="1.5" y="1.5" width="21" height="21" rx="3" />,
  excused: <path d="M12 .5 23.5 12 12 23.5.5 12Z" strokeLinejoin="round" />,
  unsure: <path d="M12 1.5 23 21.5H1Z" strokeLinejoin="round" strokeWidth="2" />,
  unmarked: <circle cx="12" cy="12" r="10.5" />,
};

const SIZES = { sm: 20, md: 24, lg: 36, xl: 48 } as const;

interface StatusBadgeProps {
  /** The status in force, with its code and label; null while nobody has marked. */
  status: Status | null;
  /** Recognition could not decide; shown only while there is no status. */
  unsure?: boolean;
  size?: keyof typeof SIZES;
  /** Write the label beside the badge. */
  withLabel?: boolean;
}

/** A status as colour, shape and letter. */
export function StatusBadge({ status, unsure = false, size = 'md', withLabel }: StatusBadgeProps) {
  const look = lookOfStatus(status, unsure);
  return (
    <LookBadge
      look={look}
      size={size}
      withLabel={withLabel}
      colour={status?.colour}
      letter={status?.code}
      label={status?.label}
    />
  );
}

interface LookBadgeProps {
  look: StatusLook;
  size?: keyof typeof SIZES;
  withLabel?: boolean;
  /** The school's own colour, where it has one. */
  colour?: StatusColour;
  letter?: string;
  label?: string;
}

/** The badge of a look, where there is no status of the school's at hand: counters, legends. */
export function LookBadge(props: LookBadgeProps) {
  const { look, size = 'md', withLabel, colour, letter, label } = props;
  const { t } = useTranslation('register');
  const words = label ?? t(`look.${look}`);
  const paint = colour ?? look;
  const mark = (
    <Mark look={look} paint={paint} pixels={SIZES[size]} letter={letter ?? LOOK_LETTERS[look]} />
  );
  if (!withLabel) {
    return (
      <span role="img" aria-label={words} title={words} style={{ display: 'inline-flex' }}>
        {mark}
      </span>
    );
  }
  return (
    <Group gap={8} wrap="nowrap" display="inline-flex">
      {mark}
      <Text span inherit c={`var(--status-${paint}-text)`} fw={550}>
        {words}
      </Text>
    </Group>
  );
}

interface MarkProps {
  look: StatusLook;
  /** Which of the status colours of the style sheet. */
  paint: StatusLook | StatusColour;
  pixels: number;
  letter: string;
}

/** How large the letters are for one, two or three of them, as a share of the badge. */
const LETTER_SIZES = [0.54, 0.54, 0.42, 0.32] as const;

function Mark({ look, paint, pixels, letter }: MarkProps) {
  const share = LETTER_SIZES[Math.min(letter.length, LETTER_SIZES.length - 1)] ?? 0.32;
  const size = {
    '--mark-size': `${pixels}px`,
    '--mark-letters': share,
    '--mark-ink': `var(--status-${paint}-ink)`,
  };
  return (
    <span
      aria-hidden
      className={classes.mark}
      data-look={look}
      // Drawn by the style sheet: the letter is a sign, and the words stand beside it.
      data-letter={letter}
      style={size as CSSProperties}
    >
      <svg width={pixels} height={pixels} viewBox="0 0 24 24" aria-hidden>
        <g
          fill={`var(--status-${paint}-fill)`}
          stroke={`var(--status-${paint}-line, var(--status-${paint}-fill))`}
          strokeWidth="1"
        >
          {SHAPES[look]}
        </g>
      </svg>
    </span>
  );
}
