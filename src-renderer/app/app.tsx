import { DirectionProvider, MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import './print.css';
import { ColourScheme, colourSchemeManager } from './colour-scheme.tsx';
import { Gate } from './gate.tsx';
import { InLanguage } from './language.tsx';
import { firstDayOfWeek } from './locale.ts';
import { queryClient } from './query-client.ts';
import { cssVariables } from './theme.ts';
import classes from './toasts.module.css';
import { useTheme } from './use-theme.ts';

export function App() {
  const { t, i18n } = useTranslation();
  const theme = useTheme();
  return (
    <QueryClientProvider client={queryClient}>
      <DirectionProvider>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          colorSchemeManager={colourSchemeManager}
          defaultColorScheme="auto"
        >
          <DatesProvider
            settings={{ locale: i18n.language, firstDayOfWeek: firstDayOfWeek(), weekendDays: [] }}
          >
            <ColourScheme />
            <InLanguage>
              <section aria-label={t('notifications')}>
                <Notifications
                  className={classes.toasts}
                  position="bottom-left"
                  containerWidth={380}
                  limit={3}
                  withinPortal={false}
                />
              </section>
              <Gate />
            </InLanguage>
          </DatesProvider>
        </MantineProvider>
      </DirectionProvider>
    </QueryClientProvider>
  );
}
