import { keyPageIn, textIn } from '../../lambda/s3-listing';

test('keys are decoded', () => {
  const xml = `<ListBucketResult><Name>results</Name><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>
    <Contents><Key>a/models/amazon.nova-lite-v1%3A0/1_output.jsonl</Key><Size>4</Size></Contents>
    <Contents><Key>a/with+a+space+%2B%C3%A9%26</Key></Contents></ListBucketResult>`;

  expect(keyPageIn(xml)).toEqual({ keys: ['a/models/amazon.nova-lite-v1:0/1_output.jsonl', 'a/with a space +é&'] });
});

test('a page says where the next one begins', () => {
  const xml = '<ListBucketResult><NextContinuationToken>1&amp;2=</NextContinuationToken></ListBucketResult>';

  expect(keyPageIn(xml)).toEqual({ keys: [], next: '1&2=' });
});

test('what stands for a character is read as that character, and anything else as it is', () => {
  expect(textIn('<M>a &lt;b&gt; &quot;c&quot; &apos;d&apos; &#233;&#x2b; &copy;</M>', 'M')).toBe(
    `a <b> "c" 'd' é+ &copy;`,
  );
  expect(textIn('<M>a</M>', 'N')).toBeUndefined();
});
