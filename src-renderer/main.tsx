import './app/zod-set-up.ts';
import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-devanagari';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { setUpI18n } from './app/i18n.ts';
import { takeComputersHabits } from './app/locale.ts';
import { watchConnection } from './app/standing.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

setUpI18n();
takeComputersHabits();
watchConnection();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
