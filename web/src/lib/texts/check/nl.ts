/** The texts in Dutch for who says what is not right: by a link or as a visitor, and for who makes the link. */
export const checkNl = {
  'check.title': 'Kloppen de gegevens van {name}?',
  'check.intro':
    'Dit staat op de dekkingskaart over uw gemeente: wie er zorg coördineert voor slachtoffers van mensenhandel, en welk beleid er is. Kijk of het klopt en geef aan wat anders moet.',
  'check.after':
    'Wat u verstuurt, verandert nog niets op de kaart: eerst kijkt iemand van de dekkingskaart ernaar.',
  'check.once': 'U verstuurt één keer, vóór {date}. Een account is niet nodig.',
  'check.allRight': 'Alles klopt',
  'check.confirm':
    'U hebt niets gewijzigd en niets ingevuld. U laat dan weten dat de zorgcoördinatie en alle {count} bouwstenen kloppen zoals ze hier staan. Daarna kan de link niet nog eens gebruikt worden; wie eerst wil kijken, kan dat tot en met {date}.',
  'check.confirmSend': 'Ja, alles klopt',
  'check.confirmTitle': 'Klopt alles over {name}?',
  'check.allRightMore': 'Klopt alles wat hieronder staat? Dan hoeft u dat alleen te bevestigen.',
  'check.changed': 'Aangegeven: {count} {count|wijziging|wijzigingen}',
  'check.words': 'Aangegeven: een opmerking',
  'check.careWrong': 'Wat moet er anders aan de zorgcoördinatie?',
  'check.careHint': 'Bijvoorbeeld wie het nu doet, voor wie en sinds wanneer. Mag leeg blijven.',
  'check.care': 'Zorgcoördinatie: {text}',
  'check.blocks': 'Kies per bouwsteen wat het moet zijn. Wat al klopt, laat u staan.',
  'check.rest': 'Verder',
  'check.text': 'Wat klopt er nog meer niet, of ontbreekt?',
  'check.privacy': 'Noem geen slachtoffers, ook niet zonder naam.',
  'check.name': 'Uw naam en functie',
  'check.nameHint': 'Voor als er een vraag is. Mag leeg blijven; 90 dagen na de beslissing wordt het gewist.',
  'check.send': 'Versturen',
  'check.sending': 'Bezig met versturen',
  'check.thanks': 'Dank u wel',
  'check.thanksRight': 'U hebt doorgegeven dat alles klopt.',
  'check.thanksCount': 'U hebt {count} {count|wijziging|wijzigingen} doorgegeven.',
  'check.thanksWords': 'U hebt een opmerking doorgegeven.',
  'check.thanksMore':
    'Iemand van de dekkingskaart bekijkt dit. Tot die tijd blijft de kaart zoals hij is. Deze link is nu gebruikt.',
  'check.page': 'Naar de pagina van {name}',
  'check.missing': 'Deze link is niet compleet',
  'check.missingMore':
    'Open de link opnieuw vanuit het bericht dat u kreeg. Neem hem helemaal over, ook het deel achter het hekje (#).',
  'check.unknown': 'Deze link is niet bekend',
  'check.unknownMore':
    'Kijk of u de hele link hebt overgenomen. Lukt het dan nog niet, vraag dan een nieuwe link aan wie u deze stuurde.',
  'check.used': 'Deze link is al gebruikt',
  'check.usedMore':
    'Met deze link is al een antwoord verstuurd, en dat kan één keer. Wilt u nog iets doorgeven? Vraag dan een nieuwe link aan wie u deze stuurde.',
  'check.expired': 'Deze link is verlopen',
  'check.expiredMore':
    'De link was geldig tot {date}. Vraag een nieuwe link aan wie u deze stuurde; dat is zo gedaan.',
  'check.gone': 'Deze gemeente bestaat niet meer',
  'check.goneMore':
    'De gemeente waar deze link over ging, is opgeheven. Vraag een link voor de gemeente die ervoor in de plaats kwam aan wie u deze stuurde.',

  'answer.now': 'Nu op de kaart',
  'answer.should': 'Wat het moet zijn',
  'answer.differs': 'Wordt: {verdict}',
  'answer.note': 'Opmerking bij deze bouwsteen',
  'answer.noteHint': 'Bijvoorbeeld waar het te vinden is. Mag leeg blijven.',
  'answer.remove': 'Haal weg: {title}',

  'propose.title': 'Wat klopt er niet over {name}?',
  'propose.more': 'Er verandert niets totdat een medewerker ernaar heeft gekeken.',
  'propose.block': 'Welke bouwsteen van het beleid klopt niet?',
  'propose.another': 'Klopt er nog een bouwsteen niet?',
  'propose.choose': 'Kies een bouwsteen',
  'propose.nothing': 'Kies een bouwsteen, of schrijf wat er niet klopt.',
  'propose.same': 'Kies wat het moet zijn, of haal deze bouwsteen weg.',
  'propose.text': 'Wat klopt er niet, en hoe weet u dat?',
  'propose.rest': 'Wat klopt er nog meer niet? (mag leeg blijven)',
  'propose.email': 'E-mailadres (mag leeg blijven)',
  'propose.emailHint': 'Alleen om u iets te vragen. Wordt 90 dagen na de beslissing gewist.',
  'propose.send': 'Versturen',
  'propose.done': 'Verstuurd. Een medewerker kijkt ernaar.',

  'checkLink.open': 'Laat de gemeente dit controleren',
  'checkLink.title': 'Laat {name} dit controleren',
  'checkLink.more':
    'U maakt een link waarmee de gemeente zonder account ziet wat er over haar staat, en één keer aangeeft wat anders moet. Dat antwoord komt bij de voorstellen; er verandert niets voordat iemand het aanneemt.',
  'checkLink.make': 'Link maken',
  'checkLink.making': 'Bezig met maken',
  'checkLink.link': 'De link',
  'checkLink.shown':
    'U ziet de link alleen nu. Wie hem heeft, kan namens de gemeente antwoorden: stuur hem naar één persoon.',
  'checkLink.until': 'Geldig tot {date}.',
  'checkLink.copy': 'Link kopiëren',
  'checkLink.copied': 'De link is gekopieerd.',
  'checkLink.select': 'Kopiëren lukt hier niet vanzelf. De link is geselecteerd: druk op Ctrl+C.',
  'checkLink.mail': 'Mail opstellen',
  'checkLink.text': 'De tekst van de mail',
  'checkLink.subject': 'Kloppen de gegevens over de aanpak van mensenhandel in {name}?',
  'checkLink.body':
    'Beste collega,\n\nOp de dekkingskaart staat wat er bekend is over de zorgcoördinatie en het beleid voor slachtoffers van mensenhandel in {name}. Wilt u kijken of dat klopt?\n\nOpen daarvoor deze link:\n{link}\n\nU hebt geen account nodig. U kunt één keer antwoorden, vóór {date}. Stuur de link alleen door aan wie hierover voor de gemeente mag antwoorden.\n\nMet vriendelijke groet,\n{sender}',

  'requests.title': 'Verzoeken om gegevens',
  'requests.more':
    'U maakt voor {count} {count|gemeente|gemeenten} een link waarmee de gemeente zonder account aangeeft wat wij niet weten. Het antwoord komt bij de voorstellen; er verandert niets voordat iemand het aanneemt.',
  'requests.make': 'Maak {count} {count|link|links}',
  'requests.made': '{count} {count|link|links} gemaakt.',
  'requests.failed': 'Voor {name} is geen link gemaakt.',
  'requests.shown':
    'U ziet de links alleen nu. Wie een link heeft, kan namens de gemeente antwoorden: stuur elke link naar één persoon.',
  'requests.csv': 'Download de lijst (CSV)',
  'requests.file': 'verzoeken-om-gegevens.csv',
  'requests.link': 'Link',
  'requests.linkOf': 'Link voor {name}',
  'requests.until': 'Geldig tot',
  'requests.subject': 'Wat is er in {name} geregeld tegen mensenhandel?',
  'requests.body':
    'Beste collega,\n\nOp de dekkingskaart staat wat er bekend is over de zorgcoördinatie en het beleid voor slachtoffers van mensenhandel. Over {name} weten wij nog niet alles: van {count} van de {total} bouwstenen van beleid is niets bekend. Dat zegt niet dat zij er niet zijn. Wilt u aangeven wat er is?\n\nOpen daarvoor deze link:\n{link}\n\nU hebt geen account nodig. U kunt één keer antwoorden, vóór {date}. Stuur de link alleen door aan wie hierover voor de gemeente mag antwoorden.\n\nMet vriendelijke groet,\n{sender}',
} as const;
