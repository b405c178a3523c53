import type { PublishedModel } from '../../../scripts/service-models/published-model';
import { tableOf, tableText } from '../../../scripts/service-models/service-model-table';

const http = { method: 'POST', requestUri: '/' };
const metadata = { protocol: 'json' };

const PUBLISHED: PublishedModel = {
  metadata,
  operations: {
    CreateJob: { http, input: { shape: 'CreateJobRequest' } },
    StopJob: { http, input: { shape: 'StopJobRequest' } },
    DeleteModel: { http, input: { shape: 'DeleteModelRequest' } },
  },
  shapes: {
    StopJobRequest: { type: 'structure', members: { Name: { shape: 'Name' } }, required: ['Name'] },
    CreateJobRequest: {
      type: 'structure',
      members: { Name: { shape: 'Name' }, Source: { shape: 'Source' }, Labels: { shape: 'Labels' } },
      required: [],
    },
    Name: { type: 'string', pattern: 'a[a-z]*', min: 0, max: 9 },
    Source: { type: 'structure', union: true, members: { Uris: { shape: 'Uris' } } },
    Uris: { type: 'list', member: { shape: 'Format' }, min: 1, max: 2 },
    Format: { type: 'string', enum: ['Csv', 'Json'] },
    Labels: { type: 'map', key: { shape: 'Name' }, value: { shape: 'Count' }, min: 0, max: 50 },
    Count: { type: 'integer', min: 0, max: 5 },
    DeleteModelRequest: { type: 'structure', members: { Model: { shape: 'Model' } } },
    Model: { type: 'string' },
  },
};
const SERVICE = { service: 'jobs', apiVersion: '2026-01-01', operations: ['CreateJob', 'StopJob'] };

const table = tableOf(SERVICE, PUBLISHED, 'botocore 1.2.3');

test('a table has the requests of the operations that are called, and every shape in them, by name', () => {
  expect(table).toEqual({
    service: 'jobs',
    apiVersion: '2026-01-01',
    source: 'botocore 1.2.3',
    operations: { CreateJob: 'CreateJobRequest', StopJob: 'StopJobRequest' },
    shapes: {
      Count: { type: 'integer', min: 0, max: 5 },
      CreateJobRequest: { type: 'structure', members: { Name: 'Name', Source: 'Source', Labels: 'Labels' } },
      Format: { type: 'string', enum: ['Csv', 'Json'] },
      Labels: { type: 'map', key: 'Name', value: 'Count', max: 50 },
      Name: { type: 'string', pattern: 'a[a-z]*', characters: 'aa-z', head: '(?:a[a-z]*)?', max: 9 },
      Source: { type: 'union', members: { Uris: 'Uris' } },
      StopJobRequest: { type: 'structure', members: { Name: 'Name' }, required: ['Name'] },
      Uris: { type: 'list', item: 'Format', min: 1, max: 2 },
    },
  });
  expect(Object.keys(table.shapes)).toEqual([...Object.keys(table.shapes)].sort());
});

test('a shape that has itself among its members is there once', () => {
  const shapes = { Tree: { type: 'structure', members: { Left: { shape: 'Tree' } } } };
  const recursive = tableOf(
    { service: 'trees', apiVersion: '1', operations: ['Grow'] },
    { metadata, operations: { Grow: { http, input: { shape: 'Tree' } } }, shapes },
    'x',
  );
  expect(recursive.shapes).toEqual({ Tree: { type: 'structure', members: { Left: 'Tree' } } });
});

test('a REST service has the routes of its operations, and the names of members in the query', () => {
  const rest = tableOf(
    { service: 'trees', apiVersion: '1', operations: ['List', 'Get'] },
    {
      metadata: { protocol: 'rest-json' },
      operations: {
        List: { http: { method: 'GET', requestUri: '/trees' }, input: { shape: 'ListRequest' } },
        Get: { http: { method: 'GET', requestUri: '/trees/{Name}' }, input: { shape: 'GetRequest' } },
      },
      shapes: {
        ListRequest: {
          type: 'structure',
          members: {
            After: { shape: 'Time', location: 'querystring', locationName: 'after' },
            Body: { shape: 'Time' },
          },
        },
        GetRequest: { type: 'structure', members: { Name: { shape: 'Time', location: 'uri', locationName: 'Name' } } },
        Time: { type: 'timestamp', timestampFormat: 'iso8601' },
      },
    },
    'x',
  );
  expect(rest.routes).toEqual({
    List: { method: 'GET', path: '/trees', query: { After: 'after' } },
    Get: { method: 'GET', path: '/trees/{Name}' },
  });
  expect(rest.shapes.Time).toEqual({ type: 'timestamp', format: 'iso8601' });
});

test('values that only the examples of AWS have are values, too', () => {
  const shapes = {
    Tree: { type: 'structure', members: { Task: { shape: 'EvaluationTaskType' } } },
    EvaluationTaskType: { type: 'string', enum: ['Custom'] },
  };
  const forest = { service: 'trees', apiVersion: '1', operations: ['Grow'] };
  const published = { metadata, operations: { Grow: { http, input: { shape: 'Tree' } } }, shapes };

  expect(tableOf(forest, published, 'x').shapes.EvaluationTaskType.enum).toEqual(['Custom', 'General']);
});

test('bytes are a text in base64, and a document is anything', () => {
  const shapes = {
    Tree: { type: 'structure', members: { Picture: { shape: 'Picture' }, Notes: { shape: 'Notes' } } },
    Picture: { type: 'blob', max: 10 },
    Notes: { type: 'structure', members: {}, document: true },
  };
  const forest = { service: 'trees', apiVersion: '1', operations: ['Grow'] };
  const published = { metadata, operations: { Grow: { http, input: { shape: 'Tree' } } }, shapes };

  expect(tableOf(forest, published, 'x').shapes).toMatchObject({
    Picture: { type: 'string', pattern: '[A-Za-z0-9+/]+={0,2}' },
    Notes: { type: 'document' },
  });
});

test('fails with a type that the check does not know', () => {
  const published = {
    metadata,
    operations: { Grow: { http, input: { shape: 'Tree' } } },
    shapes: {
      Tree: { type: 'structure', members: { Height: { shape: 'Height' } } },
      Height: { type: 'double' },
    },
  };
  const forest = { service: 'trees', apiVersion: '1', operations: ['Grow'] };
  expect(() => tableOf(forest, published, 'x')).toThrow("x: the check knows no 'double', which Height is");
});

test('the text of a table is JSON with a line for each shape', () => {
  const text = tableText(table);
  expect(JSON.parse(text)).toEqual(table);
  expect(text.split('\n').filter((line) => line.startsWith('    "') && line.includes('{"type"'))).toHaveLength(8);
  expect(text).toContain('\n    "Format": {"type":"string","enum":["Csv","Json"]},\n');
  expect(text.endsWith('\n')).toBe(true);
});
