import {
  Badge,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Menu,
  Modal,
  Paper,
  Skeleton,
  Tooltip,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef0fb',
  '#dde1f5',
  '#bac2ea',
  '#97a3e0',
  '#7583d5',
  '#5c6bc9',
  '#4656bd',
  '#3a49a6',
  '#333f8f',
  '#2a3476',
];

const gray: MantineColorsTuple = [
  '#f6f7f9',
  '#eef0f3',
  '#e2e5ea',
  '#d3d8df',
  '#b9c0cb',
  '#8f98a6',
  '#5b6472',
  '#474f5c',
  '#313742',
  '#1e222a',
];

const dark: MantineColorsTuple = [
  '#dfe2e7',
  '#bfc5cf',
  '#a3abb8',
  '#7d8694',
  '#3f4653',
  '#343a45',
  '#2a2f38',
  '#1f232a',
  '#16191e',
  '#0f1115',
];

const red: MantineColorsTuple = [
  '#fdeeee',
  '#fadcdd',
  '#f3b5b8',
  '#ec9094',
  '#e4696f',
  '#cf3f46',
  '#c22f36',
  '#a8252c',
  '#8f1f25',
  '#73181d',
];

const green: MantineColorsTuple = [
  '#ebf7ef',
  '#d8eee0',
  '#a8d9b9',
  '#7bc694',
  '#52b274',
  '#1f8046',
  '#1f7a3d',
  '#19652f',
  '#145227',
  '#0e3f1d',
];

const dialogTitle = { title: { fontSize: '1.125rem', fontWeight: 620 } };
/** The head of a dialog is a <header>, which is no banner of the page. */
const plainHeader = { header: { role: 'none' } };

/** Inter has no Devanagari. Chromium loads a font when the first letter of it is shown. */
const fontFamily = '"Inter Variable", "Noto Sans Devanagari Variable", system-ui, sans-serif';

/** Sizes, colours and habits of every screen. Spacing sits on a grid of 4 pixels. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  colors: { accent, gray, dark, red, green },
  fontFamily,
  headings: {
    fontFamily,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '2rem' },
      h2: { fontSize: '1.125rem', lineHeight: '1.5rem' },
      h3: { fontSize: '1rem', lineHeight: '1.5rem' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.125rem', sm: '0.25rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Paper: Paper.extend({ defaultProps: { withBorder: true, p: 'md' } }),
    Badge: Badge.extend({ styles: { label: { textTransform: 'none', fontWeight: 600 } } }),
    Drawer: Drawer.extend({ styles: dialogTitle, defaultProps: { attributes: plainHeader } }),
    // Its placeholder for the focus has no place among the items of a menu.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      styles: dialogTitle,
      defaultProps: {
        centered: true,
        overlayProps: { opacity: 0.45 },
        attributes: plainHeader,
      },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 'sm' } }),
  },
});

/** Text colours that keep a contrast of 4.5:1 on every surface (WCAG 2.2, 1.4.3). */
export const cssVariables: CSSVariablesResolver = (current) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': current.colors.gray[6],
    '--mantine-color-placeholder': '#6b7482',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-text': current.colors.gray[9],
    '--mantine-color-yellow-light-color': '#7a4f00',
  },
  dark: {
    '--mantine-color-dimmed': current.colors.dark[2],
    '--mantine-color-placeholder': '#8f98a6',
    '--mantine-color-error': '#ff8a80',
    '--mantine-color-text': current.colors.dark[0],
    '--mantine-color-anchor': accent[3],
    '--mantine-color-accent-light': 'rgba(117, 131, 213, 0.18)',
    '--mantine-color-accent-light-hover': 'rgba(117, 131, 213, 0.26)',
    '--mantine-color-accent-light-color': accent[2],
    '--mantine-color-red-light': 'rgba(240, 117, 122, 0.16)',
    '--mantine-color-red-light-hover': 'rgba(240, 117, 122, 0.24)',
    '--mantine-color-red-light-color': '#ff9a9e',
    '--mantine-color-green-light': 'rgba(67, 185, 107, 0.16)',
    '--mantine-color-green-light-hover': 'rgba(67, 185, 107, 0.24)',
    '--mantine-color-green-light-color': '#62d389',
  },
});
