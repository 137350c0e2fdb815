import { askForFirstView } from '../lib/atlas/prefetch';
import '../ui/styles/components.css';
import '../ui/styles/theme.css';
import '../ui/styles/base.css';
import '../ui/styles/print.css';
import '../ui/styles/shell.css';

void askForFirstView(new URL(location.href));
void import('./start');
