import {
  Drawer,
  type MantineThemeOverride,
  Modal,
  mergeThemeOverrides,
  Notification,
  PasswordInput,
  Select,
} from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { theme } from './theme.ts';

/** The theme with the words that the library's own controls need for screen readers. */
export function useTheme(): MantineThemeOverride {
  const { t } = useTranslation();
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('close') };
    return mergeThemeOverrides(theme, {
      components: {
        Modal: Modal.extend({
          ...theme.components?.Modal,
          defaultProps: { ...theme.components?.Modal?.defaultProps, closeButtonProps },
        }),
        Drawer: Drawer.extend({
          ...theme.components?.Drawer,
          defaultProps: { ...theme.components?.Drawer?.defaultProps, closeButtonProps },
        }),
        Notification: Notification.extend({ defaultProps: { closeButtonProps } }),
        PasswordInput: PasswordInput.extend({
          defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('showPassword') } },
        }),
        Select: Select.extend({
          defaultProps: {
            // Focus alone, such as that of a dialog as it opens, is no wish to choose.
            openOnFocus: false,
            nothingFoundMessage: t('nothingFound'),
            clearButtonProps: { 'aria-label': t('clear') },
          },
        }),
        DatePickerInput: DatePickerInput.extend({
          defaultProps: {
            ariaLabels: {
              previousMonth: t('calendar.previousMonth'),
              nextMonth: t('calendar.nextMonth'),
              previousYear: t('calendar.previousYear'),
              nextYear: t('calendar.nextYear'),
              previousDecade: t('calendar.previousYears'),
              nextDecade: t('calendar.nextYears'),
            },
          },
        }),
      },
    });
  }, [t]);
}
