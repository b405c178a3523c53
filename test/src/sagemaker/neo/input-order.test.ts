import { inputsAsGiven, readsOrder } from '../../../../src/sagemaker/neo/input-order';

test.each(['PYTORCH', 'MXNET', 'ONNX', 'DARKNET', 'A_NEW_ONE', undefined])(
  'Neo may read an order of inputs: %s',
  (framework) => {
    expect(readsOrder(framework)).toBe(true);
  },
);

test.each(['TENSORFLOW', 'KERAS', 'TFLITE', 'XGBOOST', 'SKLEARN'])('Neo reads none: %s', (framework) => {
  expect(readsOrder(framework)).toBe(false);
});

test('inputs keep their order, and what describes one has none', () => {
  expect(JSON.stringify(inputsAsGiven({ b: { type: 'Image', bias: 1 }, a: [3, 1] }))).toBe(
    '{"b":{"bias":1,"type":"Image"},"a":[3,1]}',
  );
  expect(JSON.stringify(inputsAsGiven([{ b: 1, a: 2 }, [2, 1]]))).toBe('[{"a":2,"b":1},[2,1]]');
});
