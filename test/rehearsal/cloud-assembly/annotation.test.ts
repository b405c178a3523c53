import { annotationLine, annotationsIn } from '../../../rehearsal/cloud-assembly/annotation';

test('of the metadata, what warns and what is an error', () => {
  const annotations = annotationsIn({
    '/App': [
      { type: 'aws:cdk:warning', data: 'a warning [ack: a:b]' },
      { type: 'aws:cdk:info', data: 'an information' },
      { type: 'aws:cdk:logicalId', data: 'A' },
    ],
    '/App/Job': [{ type: 'aws:cdk:error', data: 'an error' }],
    '/App/Other': 'no list',
  });
  expect(annotations.map(annotationLine)).toEqual([
    '[Warning at /App] a warning [ack: a:b]',
    '[Error at /App/Job] an error',
  ]);
});

test('there is none where there is no metadata', () => {
  expect(annotationsIn(undefined)).toEqual([]);
});
