import { askForFirstView } from './atlas/early';
import './styles/components.css';
import './styles/theme.css';
import './styles/base.css';

void askForFirstView(new URL(location.href));
void import('./start');
