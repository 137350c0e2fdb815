import type { CheckTexts } from '../model';

/** The texts in English for who says what is not right; the same keys and gaps as the Dutch. */
export const checkEn: CheckTexts = {
  'check.title': 'Is the record of {name} right?',
  'check.intro':
    'This is what the coverage map says about your municipality: who coordinates care for victims of human trafficking, and what policy there is. See whether it is right, and say what should be different.',
  'check.after': 'What you send changes nothing on the map yet: somebody looks at it first.',
  'check.once': 'You send it once, before {date}. No account is needed.',
  'check.allRight': 'All is right',
  'check.confirm':
    'You changed nothing and filled in nothing. You then say that care coordination and all {count} building blocks are right as they stand here. The link cannot be used again after that; whoever wants to look first can do so up to and including {date}.',
  'check.confirmSend': 'Yes, all is right',
  'check.confirmTitle': 'Is everything about {name} right?',
  'check.allRightMore': 'Is everything below right? Then all you need to do is confirm it.',
  'check.changed': 'Marked: {count} {count|change|changes}',
  'check.words': 'Marked: a remark',
  'check.careWrong': 'What should be different about care coordination?',
  'check.careHint': 'For instance who does it now, for whom and since when. May stay empty.',
  'check.care': 'Care coordination: {text}',
  'check.blocks': 'Choose for each building block what it should be. Leave what is right.',
  'check.rest': 'Anything else',
  'check.text': 'What else is not right, or missing?',
  'check.privacy': 'Do not mention victims, not even without a name.',
  'check.name': 'Your name and post',
  'check.nameHint': 'In case of a question. May stay empty; erased 90 days after the decision.',
  'check.send': 'Send',
  'check.sending': 'Sending',
  'check.thanks': 'Thank you',
  'check.thanksRight': 'You said that all is right.',
  'check.thanksCount': 'You passed on {count} {count|change|changes}.',
  'check.thanksWords': 'You passed on a remark.',
  'check.thanksMore': 'Somebody looks at it. Until then the map stays as it is. This link has now been used.',
  'check.page': 'To the page of {name}',
  'check.missing': 'This link is not complete',
  'check.missingMore':
    'Open the link again from the message that you got. Take all of it, with the part behind the hash (#).',
  'check.unknown': 'This link is not known',
  'check.unknownMore':
    'See whether you took the whole link. If it still fails, ask whoever sent it for a new one.',
  'check.used': 'This link has been used',
  'check.usedMore':
    'An answer was sent with this link, which can be done once. Is there more to tell? Ask whoever sent it for a new one.',
  'check.expired': 'This link has expired',
  'check.expiredMore':
    'It could be used before {date}. Ask whoever sent it for a new one; it is quickly made.',
  'check.gone': 'This municipality is no more',
  'check.goneMore':
    'The municipality that this link was about has ended. Ask whoever sent it for a link for the one that took its place.',

  'answer.now': 'Now on the map',
  'answer.should': 'What it should be',
  'answer.differs': 'Becomes: {verdict}',
  'answer.note': 'Remark on this building block',
  'answer.noteHint': 'For instance where it can be found. May stay empty.',
  'answer.remove': 'Take out: {title}',

  'propose.title': 'What is not right about {name}?',
  'propose.more': 'Nothing changes until one of the staff has looked at it.',
  'propose.block': 'Which building block of the policy is not right?',
  'propose.another': 'Is another building block not right?',
  'propose.choose': 'Choose a building block',
  'propose.nothing': 'Choose a building block, or write what is not right.',
  'propose.same': 'Choose what it should be, or take this building block out.',
  'propose.text': 'What is not right, and how do you know?',
  'propose.rest': 'What else is not right? (may be left empty)',
  'propose.email': 'E-mail address (may be left empty)',
  'propose.emailHint': 'Only to ask you something. Forgotten 90 days after the decision.',
  'propose.send': 'Send',
  'propose.done': 'Sent. One of the staff will look at it.',

  'checkLink.open': 'Have the municipality check this',
  'checkLink.title': 'Have {name} check this',
  'checkLink.more':
    'You make a link with which the municipality sees its record without an account, and says once what should be different. The answer comes among the proposals; nothing changes before somebody accepts it.',
  'checkLink.make': 'Make a link',
  'checkLink.making': 'Making it',
  'checkLink.link': 'The link',
  'checkLink.shown':
    'You see the link only now. Whoever has it can answer for the municipality: send it to one person.',
  'checkLink.until': 'Can be used before {date}.',
  'checkLink.copy': 'Copy the link',
  'checkLink.copied': 'The link was copied.',
  'checkLink.select': 'It cannot be copied for you here. The link is selected: press Ctrl+C.',
  'checkLink.mail': 'Write the mail',
  'checkLink.text': 'The text of the mail',
  'checkLink.subject': 'Is the record of the approach to human trafficking in {name} right?',
  'checkLink.body':
    'Dear colleague,\n\nThe coverage map says what is known of care coordination and policy for victims of human trafficking in {name}. Would you see whether it is right?\n\nPlease open this link:\n{link}\n\nYou need no account. You can answer once, before {date}. Pass the link on only to who may answer this for the municipality.\n\nKind regards,\n{sender}',

  'requests.title': 'Requests for data',
  'requests.more':
    'You make a link for {count} {count|municipality|municipalities}, with which it says without an account what we do not know. The answer comes with the proposals; nothing changes before somebody accepts it.',
  'requests.make': 'Make {count} {count|link|links}',
  'requests.made': '{count} {count|link|links} made.',
  'requests.failed': 'No link was made for {name}.',
  'requests.shown':
    'You see the links only now. Who has a link can answer for the municipality: send each link to one person.',
  'requests.csv': 'Download the list (CSV)',
  'requests.file': 'requests-for-data.csv',
  'requests.link': 'Link',
  'requests.linkOf': 'Link for {name}',
  'requests.until': 'Valid until',
  'requests.subject': 'What has {name} arranged against human trafficking?',
  'requests.body':
    'Dear colleague,\n\nThe coverage map shows what is known of care coordination and policy for victims of human trafficking. We do not know everything of {name} yet: nothing is known of {count} of the {total} building blocks of policy. That does not mean that they are not there. Would you tell us what there is?\n\nPlease open this link:\n{link}\n\nYou need no account. You can answer once, before {date}. Pass the link on only to those who may answer for the municipality.\n\nKind regards,\n{sender}',
};
