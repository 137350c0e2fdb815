import type { Language } from '../../../lib/texts/language';
import type { Writer } from '../../../lib/texts/model';
import { inLanguage } from './address';

interface Props {
  readonly write: Writer;
  readonly address: URL;
  /** Whether the server holds invented verdicts. */
  readonly demonstration: boolean;
}

const languages: readonly { id: Language; name: string }[] = [
  { id: 'nl', name: 'Nederlands' },
  { id: 'en', name: 'English' },
];

/** The way back to the map, the schema and the other language. */
export function Header({ write: { t, language }, address, demonstration }: Props) {
  return (
    <header className="header">
      <a className="brand" href="/" aria-label={t('app.home')}>
        <img src="/favicon.svg" width="32" height="32" alt="" />
        <span>{t('app.name')}</span>
      </a>
      <h1>GraphiQL</h1>
      {demonstration && <p className="demonstration">{t('app.demonstration')}</p>}
      <nav aria-label={t('nav.label')}>
        <a href="/">{t('nav.map')}</a>
        <a href="/ontwikkelaars">{t('nav.developers')}</a>
        <a href="/schema.graphql">{t('developers.schema')}</a>
        <span className="languages">
          {languages.map(({ id, name }) => (
            <a
              key={id}
              href={inLanguage(address, id)}
              lang={id}
              hrefLang={id}
              aria-current={id === language ? 'true' : undefined}
            >
              {id.toUpperCase()}
              <span className="visually-hidden">: {name}</span>
            </a>
          ))}
        </span>
      </nav>
    </header>
  );
}
