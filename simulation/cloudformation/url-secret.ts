/** What every URL has that nobody may see: anyone who knows one can answer in place of the handler. */
export const SECRET = 'X-Amz-Signature=5ec2e7';
