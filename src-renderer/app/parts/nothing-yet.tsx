import { EmptyState } from '@mantine/core';
import type { ReactNode } from 'react';

interface NothingYetProps {
  icon: ReactNode;
  title: string;
  /** What to do next. */
  advice: string;
  /** The button that does it. */
  action?: ReactNode;
}

/** An empty list or screen: it says what to do next. */
export function NothingYet({ icon, title, advice, action }: NothingYetProps) {
  return (
    <EmptyState
      py="xl"
      icon={icon}
      title={title}
      description={advice}
      withIndicatorBackground
      size="sm"
    >
      {action && <EmptyState.Actions>{action}</EmptyState.Actions>}
    </EmptyState>
  );
}
