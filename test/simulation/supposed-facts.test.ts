import { SupposedFacts } from '../../simulation/supposed-facts';
import { Supposition } from '../../unconfirmed/supposition';

const values = { name: 'shop--job', noun: 'training job' };

test('what later judgments depend on is what was met that is not usual, each once for a request', () => {
  const facts = new SupposedFacts(Supposition.read(['quota=limit-below-request']), { now: 0 });
  facts.play('arn-case', 'TrainingJob');
  facts.meet('not-found', 'TrainingJob', values, 'r1');
  expect(facts.state).toEqual([]);

  facts.meet('quota', 'TrainingJob', values, 'r1');
  facts.meet('quota', 'TrainingJob', values, 'r1');
  expect(facts.state).toEqual([['quota=limit-below-request', 'r1', values]]);
});
