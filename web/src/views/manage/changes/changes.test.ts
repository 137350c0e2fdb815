import { expect, test } from 'vitest';

import { nl } from '../../../lib/texts/nl';
import { manageNl } from '../../../lib/texts/manage/nl';
import { writer } from '../../../lib/texts/model';
import { actorText } from './actor';

const dutch = writer('nl', { ...nl, ...manageNl });

test('the program has a name in Dutch, and people have their own', () => {
  expect(actorText(dutch, 'public data')).toBe('openbare gegevens');
  expect(actorText(dutch, 'first start')).toBe('eerste start');
  expect(actorText(dutch, 'Ans')).toBe('Ans');
});
