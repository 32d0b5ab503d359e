/** What a test can do to the camera that a recorded clip stands for. */
export interface TestCamera {
  /** Pulls the cable: running pictures end, and there is no camera until {@link plugIn}. */
  unplug(): void;
  /** Puts it back, also after {@link occupy}. */
  plugIn(): void;
  /** Another program takes it: who asks for it is told that it is in use. */
  occupy(): void;
}

declare global {
  interface Window {
    /** There only when a test plays a clip as the camera. */
    standInCamera?: TestCamera;
  }
}

type State = 'present' | 'unplugged' | 'occupied';

/** What Chromium says in each state (W3C Media Capture and Streams, 10.2, getUserMedia). */
const REFUSALS = {
  unplugged: ['Requested device not found', 'NotFoundError'],
  occupied: ['Could not start video source', 'NotReadableError'],
} as const;

/** Follows every camera track of the page, so that pulling the cable ends them all. */
function followTracks(): Set<MediaStreamTrack> {
  const tracks = new Set<MediaStreamTrack>();
  const clone = MediaStreamTrack.prototype.clone;
  MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
    const copy = clone.call(this);
    if (tracks.has(this)) tracks.add(copy);
    return copy;
  };
  return tracks;
}

function endAll(tracks: Set<MediaStreamTrack>): void {
  for (const track of tracks) track.stop();
  // Stopping is silent; losing the device is not.
  for (const track of tracks) track.dispatchEvent(new Event('ended'));
  tracks.clear();
}

/** Puts `window.standInCamera` there and makes the page's camera functions obey it. */
export function installTestCamera(): void {
  const { mediaDevices } = navigator;
  if (mediaDevices === undefined) return;
  const tracks = followTracks();
  let state: State = 'present';
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    if (state !== 'present' && constraints?.video) throw new DOMException(...REFUSALS[state]);
    const stream = await getUserMedia(constraints);
    for (const track of stream.getVideoTracks()) tracks.add(track);
    return stream;
  };
  const enumerateDevices = mediaDevices.enumerateDevices.bind(mediaDevices);
  mediaDevices.enumerateDevices = async () => {
    const devices = await enumerateDevices();
    return state === 'unplugged' ? devices.filter(({ kind }) => kind !== 'videoinput') : devices;
  };
  const become = (next: State): void => {
    state = next;
    mediaDevices.dispatchEvent(new Event('devicechange'));
  };
  window.standInCamera = {
    unplug() {
      endAll(tracks);
      become('unplugged');
    },
    plugIn: () => become('present'),
    occupy() {
      endAll(tracks);
      become('occupied');
    },
  };
}
