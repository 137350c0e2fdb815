import './inline';
import 'graphiql/setup-workers/vite';
import { createRoot } from 'react-dom/client';

import '../../../ui/styles/theme.css';
import '../../../ui/styles/base.css';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './graphiql.css';

import { remember, remembered } from '../../../lib/texts/language';
import { en } from '../../../lib/texts/en';
import { writer } from '../../../lib/texts/model';
import { nl } from '../../../lib/texts/nl';
import { Page } from './Page';
import { languageIn } from './address';

const address = new URL(location.href);
const language = languageIn(address) ?? remembered();
const write = writer(language, language === 'en' ? en : nl);
remember(language);
document.documentElement.lang = language;
document.title = `${write.t('developers.graphql')} · ${write.t('app.name')}`;

const target = document.getElementById('app');
if (target) createRoot(target).render(<Page write={write} address={address} />);
