/** The scheme and host the window is served from. */
export const APP_ORIGIN = 'app://rollcall';

/** The one message the preload hands on: a port for the contract. */
export const CONNECT_CHANNEL = 'rollcall:connect';
