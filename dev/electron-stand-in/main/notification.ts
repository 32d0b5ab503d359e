import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';
import { KnownEvents } from './known-events.ts';

type Implemented = Pick<Electron.Notification, 'title' | 'body' | 'show' | 'close'>;

/** A notification is printed. */
class StandInNotification extends KnownEvents implements Implemented {
  title: string;
  body: string;

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'failed']);
    this.title = title;
    this.body = body;
    // biome-ignore lint/correctness/noConstructorReturn: the app must get the one that refuses unknown members.
    return loud('Notification', this);
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    console.log(`stand-in: notification "${this.title}" ${this.body}`);
    this.emit('show');
  }

  close(): void {
    this.emit('close');
  }
}

export const Notification = loud('Notification', StandInNotification);
