import { Anchor, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

type BackAnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  ref?: React.Ref<HTMLAnchorElement>;
};

function BackAnchor({ children, ...props }: BackAnchorProps) {
  return (
    <Anchor {...props} size="sm" w="fit-content">
      <Group gap={4}>
        <IconArrowLeft data-flips size={16} aria-hidden />
        {children}
      </Group>
    </Anchor>
  );
}

/** The way back to the list that this page came from. */
export const BackLink = createLink(BackAnchor);
