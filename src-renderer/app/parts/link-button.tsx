import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type LinkAttributes = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & {
  ref?: Ref<HTMLAnchorElement>;
};

function ButtonAnchor(props: ButtonProps & LinkAttributes) {
  return <Button component="a" {...props} />;
}

/** A link to another screen that looks like a button. */
export const LinkButton = createLink(ButtonAnchor);

function TextAnchor(props: AnchorProps & LinkAttributes) {
  return <Anchor {...props} />;
}

/** A link to another screen in running text. */
export const TextLink = createLink(TextAnchor);
