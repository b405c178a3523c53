import { App } from 'aws-cdk-lib';
import { KnowledgeBaseStack } from './knowledge-base-stack';

const app = new App();
new KnowledgeBaseStack(app, 'KnowledgeBase');
app.synth();
