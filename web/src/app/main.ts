import { askForFirstView } from '../lib/atlas/prefetch';
import '../ui/styles/components.css';
import '../ui/styles/theme.css';
import '../ui/styles/base.css';

void askForFirstView(new URL(location.href));
void import('./start');
