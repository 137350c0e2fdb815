import { askForFirstView } from '../lib/atlas/prefetch';
import { parsePage } from '../lib/route/page';
import '../ui/styles/components.css';
import '../ui/styles/theme.css';
import '../ui/styles/base.css';
import '../ui/styles/print.css';
import '../ui/styles/shell.css';
import { askForView } from './view-files';

const page = parsePage(location.pathname);
void askForFirstView(new URL(location.href), page);
void import('./start');
askForView(page);
