import { expect, test } from 'vitest';

import { Failure } from '../../../lib/api/client';
import { checkNl } from '../../../lib/texts/check/nl';
import { writer } from '../../../lib/texts/model';
import { nl } from '../../../lib/texts/nl';
import { type Request, mailOf, makeRequests, requestsCsv } from './requests';

const dutch = writer('nl', { ...nl, ...checkNl });
const asked = (code: string, name: string) => ({ code, name, completeness: { unknown: 23, total: 24 } });
const until = '2026-12-28T11:00:00Z';

test('each gets a link of its own, and one that is refused does not stop the others', async () => {
  const refused = new Failure('refused', 'FORBIDDEN', 'no');
  const steps: number[] = [];
  const { made, failed } = await makeRequests(
    [asked('GM0001', 'Een'), asked('GM0002', 'Twee'), asked('GM0003', 'Drie')],
    (code) =>
      code === 'GM0002'
        ? Promise.reject(refused)
        : Promise.resolve({ path: `/controle#dekkingskaart_${code}`, expiresAt: until }),
    'https://kaart.example',
    (done) => steps.push(done),
  );
  expect(made.map(({ of, link }) => [of.name, link])).toEqual([
    ['Een', 'https://kaart.example/controle#dekkingskaart_GM0001'],
    ['Drie', 'https://kaart.example/controle#dekkingskaart_GM0003'],
  ]);
  expect(failed).toEqual([{ of: asked('GM0002', 'Twee'), failure: refused }]);
  expect(steps).toEqual([1, 2, 3]);
});

const request: Request = {
  of: asked('GM0150', 'Deventer'),
  link: 'https://kaart.example/controle#dekkingskaart_x',
  expiresAt: until,
};

test('a request asks what is not known, and passes no verdict', () => {
  const { subject, body } = mailOf(dutch, request, 'Anna');
  expect(body).toContain('van 23 van de 24 bouwstenen van beleid is niets bekend');
  expect(body).toContain(request.link);
  expect(body).toContain('vóór 28 december 2026');
  expect(body.endsWith('Anna')).toBe(true);
  expect(`${subject} ${body}`).not.toMatch(/onvolledig|geen beleid|zonder beleid|ontbreekt|achterstand/i);
});

test('requests leave as a list with the links', () => {
  expect(requestsCsv(dutch, [request])).toBe(
    '\uFEFFGemeente;Code;Link;Geldig tot\r\nDeventer;GM0150;https://kaart.example/controle#dekkingskaart_x;28 dec 2026\r\n',
  );
});
