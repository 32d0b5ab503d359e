import { NavLink, type NavLinkProps } from '@mantine/core';
import { createLink, useMatches } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../standing.ts';
import classes from './main-nav.module.css';
import { NAV_ITEMS } from './nav-items.ts';

type NavAnchorProps = NavLinkProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof NavLinkProps> & {
    ref?: Ref<HTMLAnchorElement>;
  };

function NavAnchor(props: NavAnchorProps) {
  return <NavLink {...props} />;
}

const NavRouterLink = createLink(NavAnchor);

/** Links to the main screens; `narrow` puts the names under the icons. */
export function MainNav({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  const { role } = useAccount();
  const parent = useMatches({ select: (matches) => matches.at(-1)?.staticData.partOf });
  return NAV_ITEMS.filter(({ roles }) => roles.includes(role)).map(({ to, label, icon: Icon }) => (
    <NavRouterLink
      key={label}
      to={to}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      active={to === parent}
      aria-current={to === parent ? 'true' : undefined}
      activeProps={{ active: true }}
      className={classes.link}
      data-narrow={narrow || undefined}
      label={t(`nav.${label}`)}
      leftSection={<Icon size={20} stroke={1.75} aria-hidden />}
    />
  ));
}
