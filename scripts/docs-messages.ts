/* Writes the tables of messages, and of what to do about them, into their page. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf, ROOT } from './documentation/page';
import { TROUBLESHOOTING_PAGE, withTroubleshootingTables } from './documentation/troubleshooting-table';

writeFileSync(join(ROOT, TROUBLESHOOTING_PAGE), withTroubleshootingTables(pageOf(TROUBLESHOOTING_PAGE).text, require));
