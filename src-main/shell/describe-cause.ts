/** As V8 writes it: `    at name (path:line:column)`, or without a name and brackets. */
const FRAME = /^\s+at (?:(.+) \()?(.+?)\)?$/;
const PLACE = /^[^\s]+:\d+:\d+$|^native$|^<anonymous>$/;

/** One frame without the folders of its file: they can name the user of this computer. */
function shortFrame(line: string): string[] {
  const [, name, place = ''] = FRAME.exec(line) ?? [];
  const file = place.split(/[\\/]/).at(-1) ?? '';
  if (!PLACE.test(file)) return [];
  return [name === undefined ? `    at ${file}` : `    at ${name} (${file})`];
}

/** The lines below the message: that may hold lines of its own, which look like frames to the eye. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  const below = start === -1 ? stack : stack.slice(start + message.length);
  return below.split('\n').slice(1).flatMap(shortFrame);
}

/**
 * What of an error may be written down: its name, its code and where it was raised. Messages are
 * left out, for they can quote a student's name out of a constraint, a statement or a path.
 */
export function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const code = 'code' in cause ? ` ${String(cause.code)}` : '';
  return [`${cause.name}${code}`, ...framesOf(cause)].join('\n');
}

/** A line of the log, with what caused it where something did. */
export function logLine(message: string, cause?: unknown): string {
  return cause === undefined ? message : `${message}: ${describeCause(cause)}`;
}
