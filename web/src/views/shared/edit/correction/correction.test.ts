import { describe, expect, test } from 'vitest';

import { standing } from '../../correction/standing';
import { type Answers, countAnswers, say, toAnswers } from '../../correction/answers';
import { addPicked, checkProposal, drop, newProposal, toProposal } from './proposal';

const [plan, training] = [standing('plan'), standing('training')];

describe('an answer', () => {
  test('counts until it is what stands again', () => {
    const once = say({}, plan, { verdict: 'PRESENT' });
    const noted = say(once, plan, { note: 'Sinds mei' });
    expect(noted).toEqual({ plan: { verdict: 'PRESENT', note: 'Sinds mei' } });
    expect(countAnswers(noted)).toBe(1);
    expect(countAnswers(say(noted, plan, { verdict: 'ABSENT' }))).toBe(0);
  });

  test('is sent in the order of the rubric', () => {
    let answers: Answers = say({}, training, { verdict: 'UNKNOWN', note: ' ' });
    answers = say(answers, plan, { verdict: 'PRESENT', note: ' Zie de nota ' });
    expect(toAnswers([plan, training], answers)).toEqual([
      { block: 'plan', verdict: 'PRESENT', note: 'Zie de nota' },
      { block: 'training', verdict: 'UNKNOWN', note: null },
    ]);
  });
});

describe('a proposal', () => {
  const one = addPicked({ ...newProposal, picked: 'plan' });
  const said = { ...one, answers: say(one.answers, plan, { verdict: 'PRESENT', note: '' }) };

  test('needs words or a block', () => {
    expect(checkProposal(newProposal)).toEqual({ text: 'propose.nothing' });
    expect(checkProposal({ ...newProposal, text: ' Er is een plan ' })).toEqual({});
    expect(checkProposal(said)).toEqual({});
  });

  test('says of each block what it would be', () => {
    expect(checkProposal({ ...one, text: 'Er is een plan' })).toEqual({ 'answers.plan': 'propose.same' });
    const two = addPicked({ ...said, picked: 'training' });
    expect(checkProposal(two)).toEqual({ 'answers.training': 'propose.same' });
    expect(checkProposal(drop(two, 'training'))).toEqual({});
  });

  test('holds a block once, and nothing of one that was taken out', () => {
    expect(addPicked(one).chosen).toEqual(['plan']);
    expect(addPicked({ ...one, picked: 'plan' }).chosen).toEqual(['plan']);
    expect(drop(said, 'plan')).toEqual(newProposal);
  });

  test('is told that an address has no @', () => {
    expect(checkProposal({ ...said, email: 'bode' })).toEqual({ email: 'edit.email' });
  });

  test('is sent as it was written, without what is empty', () => {
    expect(toProposal([plan, training], { ...said, text: ' Zie de site ', email: ' ' })).toEqual({
      text: 'Zie de site',
      email: null,
      answers: [{ block: 'plan', verdict: 'PRESENT', note: null }],
    });
  });
});
