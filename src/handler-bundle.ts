import * as path from 'node:path';

/** The folder with the bundle of the handler: beside the one that this file is in, and the one that it is bundled into. */
export const HANDLER_BUNDLE = path.join(__dirname, '..', 'assets', 'lambda', 'index');
