import { AppShell, Group, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PaletteHost } from '#renderer/palette/palette-host.tsx';
import { SearchButton } from '#renderer/palette/search-button.tsx';
import { TamperingBanner } from '#renderer/security/tampering-banner.tsx';
import { clearToasts } from '../toast.tsx';
import { useSchoolName } from '../use-school-name.ts';
import { AccountMenu } from './account-menu.tsx';
import { MainNav } from './main-nav.tsx';
import classes from './shell.module.css';

const HEADER_PX = 52;
const NAV_PX = 208;
const NARROW_NAV_PX = 80;
const MAIN_ID = 'content';

/** True on screens that want the whole window: a session under way, an enrolment. */
function useWholeWindow(): boolean {
  return useMatches({ select: (matches) => matches.some((m) => m.staticData.wholeWindow) });
}

/** The frame of every screen behind sign-in: header, navigation, content. */
export function Shell() {
  const narrow = useMediaQuery('(max-width: 1199px)', false, { getInitialValueInEffect: false });
  const wholeWindow = useWholeWindow();
  useEffect(() => {
    if (wholeWindow) clearToasts();
  }, [wholeWindow]);
  return (
    <>
      <SkipLink />
      <AppShell
        header={{ height: HEADER_PX }}
        navbar={{
          width: narrow ? NARROW_NAV_PX : NAV_PX,
          breakpoint: 0,
          collapsed: { desktop: wholeWindow, mobile: wholeWindow },
        }}
        transitionDuration={0}
      >
        <AppShell.Header className={classes.bar}>
          <Header />
        </AppShell.Header>
        {!wholeWindow && <Navigation narrow={narrow} />}
        <AppShell.Main id={MAIN_ID} tabIndex={-1} className={classes.main}>
          {!wholeWindow && <TamperingBanner />}
          <Outlet />
        </AppShell.Main>
      </AppShell>
      <PaletteHost />
    </>
  );
}

function SkipLink() {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes.skip}
      onClick={() => document.getElementById(MAIN_ID)?.focus()}
    >
      {t('skipToContent')}
    </button>
  );
}

function Header() {
  const { t } = useTranslation();
  const schoolName = useSchoolName();
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Text fw={700} c="var(--mantine-primary-color-light-color)">
          {t('name')}
        </Text>
        <Text c="dimmed" size="sm" truncate>
          {schoolName}
        </Text>
      </Group>
      <SearchButton />
      <AccountMenu />
    </Group>
  );
}

function Navigation({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  return (
    <AppShell.Navbar p="xs" className={classes.bar} aria-label={t('mainNavigation')}>
      <MainNav narrow={narrow} />
    </AppShell.Navbar>
  );
}
