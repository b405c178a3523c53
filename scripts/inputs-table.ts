/* Writes the table of what is looked at in inputs into its page. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf, ROOT } from './documentation/page';
import { INPUTS_PAGE, withInputsTable } from './inputs-table/inputs-table';

writeFileSync(join(ROOT, INPUTS_PAGE), withInputsTable(pageOf(INPUTS_PAGE).text));
