/*
 * Synthesizes the apps that others' rules look at, each into a folder of the given one, as a child of what collects the findings.
 */
import { join } from 'node:path';
import { App, Aspects, type IAspect } from 'aws-cdk-lib';
import * as cdk from 'aws-cdk-lib';
import { AwsSolutionsChecks as Nag3 } from 'cdk-nag';
import { AwsSolutionsChecks as Nag2 } from 'cdk-nag-2';
import { RULED_APPS } from './ruled-apps';

console.log(process.argv, cdk, App, Aspects, Nag3, Nag2, join, RULED_APPS, {} as IAspect);
