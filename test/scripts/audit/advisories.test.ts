import { readAdvisories } from '../../../scripts/audit/advisories';

const ADDRESS = 'https://packages.example.com/-/npm/v1/security/advisories/bulk';
const answered = (statusCode: number, text: string) =>
  JSON.stringify({
    message: `${statusCode} ${text} - POST ${ADDRESS}`,
    statusCode,
    error: { summary: '', detail: '' },
  });

test.each([
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [501, 'Not Implemented'],
])('a registry that answers audits with %i has none, which is said', (statusCode, text) => {
  expect(readAdvisories(answered(statusCode, text))).toEqual({
    problems: [],
    summary: `advisories: not known, for the registry answers no audits: ${statusCode} ${text}`,
  });
});

test.each([
  ['no credentials', answered(401, 'Unauthorized'), '401 Unauthorized'],
  ['credentials that do not do', answered(403, 'Forbidden'), '403 Forbidden'],
  ['an error of the registry', answered(503, 'Service Unavailable'), '503 Service Unavailable'],
  [
    'a registry that cannot be reached',
    JSON.stringify({ message: `request to ${ADDRESS} failed, reason: connect ECONNREFUSED 192.0.2.7:443`, error: {} }),
    'request to <address> failed, reason: connect ECONNREFUSED <address>',
  ],
  ['no lock file', JSON.stringify({ error: { code: 'ENOLOCK', summary: 'no lock file' } }), 'no lock file'],
  ['nothing', '{}', 'it says nothing of vulnerabilities'],
  ['what is no JSON', '', "it writes no JSON, but ''"],
])('%s is a problem, which is told without addresses', (_, stdout, why) => {
  expect(readAdvisories(stdout)).toEqual({
    problems: [`npm cannot audit: ${why}`],
    summary: 'advisories: not known',
  });
});
