import { ask } from '../api/client';
import { ViewerDocument } from '../api/generated';
import { type Viewer, nobody } from './model';

let current = $state.raw<Viewer>();

/** Who is signed in. */
export const viewer = {
  /** Nobody until the server has said who. */
  get now(): Viewer {
    return current ?? nobody;
  },
  /** Whether the server has said who is asking. */
  get isKnown(): boolean {
    return current !== undefined;
  },
};

/** Asks the server who is asking; without an answer it is somebody of the public. */
export async function askViewer(): Promise<void> {
  try {
    current = (await ask(ViewerDocument, {})).viewer;
  } catch {
    current = nobody;
  }
}
