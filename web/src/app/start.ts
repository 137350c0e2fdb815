import { mount } from 'svelte';

import { onMessages } from '../lib/api/client';
import { withMessages } from '../lib/texts/texts.svelte';
import App from './App.svelte';

const target = document.getElementById('app');
onMessages(withMessages);
if (target) mount(App, { target });
