import { mount } from 'svelte';

import { onMessages } from '../lib/api/client';
import { painted } from '../lib/tasks/pause';
import { withMessages } from '../lib/texts/texts.svelte';
import App from './App.svelte';

onMessages(withMessages);

/** Puts the client in the place of what the page says by itself, once that can be read: building the client holds the browser up. */
async function start(target: HTMLElement): Promise<void> {
  await painted();
  target.replaceChildren();
  mount(App, { target });
}

const target = document.getElementById('app');
if (target) void start(target);
