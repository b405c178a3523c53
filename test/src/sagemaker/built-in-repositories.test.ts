import {
  BUILT_IN_REPOSITORIES,
  isBuiltIn,
  readsImages,
  readsNumbers,
} from '../../../src/sagemaker/built-in-repositories';

const imageOf = (name: string) => `174872318107.dkr.ecr.us-west-2.amazonaws.com/${name}:1`;
const namesOf = (isOne: (image: unknown) => boolean) =>
  [...BUILT_IN_REPOSITORIES.keys()].filter((name) => isOne(imageOf(name)));

test('has the algorithms, and not what runs scripts or rules alone', () => {
  const others = [...BUILT_IN_REPOSITORIES.keys()].filter((name) => !isBuiltIn(imageOf(name)));
  expect(others).toEqual(['sagemaker-scikit-learn', 'sagemaker-debugger-rules']);
});

test('has those whose data are numbers, and those whose data are images', () => {
  expect(namesOf(readsNumbers).sort()).toEqual([
    'kmeans',
    'knn',
    'lda',
    'linear-learner',
    'ntm',
    'pca',
    'randomcutforest',
    'sagemaker-xgboost',
    'xgboost',
  ]);
  expect(namesOf(readsImages)).toEqual(['image-classification', 'object-detection', 'semantic-segmentation']);
});

test('takes no other image for one of them', () => {
  for (const image of [imageOf('my-kmeans'), imageOf('kmeans-2'), 'kmeans', undefined, { Ref: 'Image' }]) {
    expect(isBuiltIn(image)).toBe(false);
  }
});
