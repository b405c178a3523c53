#!/usr/bin/env bash
# torch-model-archiver 0.12.0 (PyPI, 2026-11-30) puts a model and its files into an archive for TorchServe, with which
# SageMaker's PyTorch images serve.
#
# 1. It collects the files in a folder that it makes in the one for temporary files, under the name of the model. What is
#    there under this name is deleted without a word, and so may be the model itself, which a program before it has written
#    there: torch-model-archiver --model-name resnet --serialized-file $TMPDIR/resnet/model.pt then ends with an error, and
#    the model and all else in $TMPDIR/resnet are gone.
# 2. Of files that have one name in several folders, the last is in the archive, and the others are not: of --extra-files
#    labels/index.json,vocabulary/index.json the labels are lost, as they are when the two folders are named, and a model.pt
#    among the extra files takes the place of the one that --serialized-file says. Nothing is said.
#
# A job that packs a model after hours of training has neither the archive nor the model. Exits with 0 while that is so, and
# with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check torch-model-archiver==0.12.0

# all temporary files are in a folder of this script
mkdir temporary
export TMPDIR="$folder/temporary"
{
  mkdir temporary/resnet
  echo 'weights' > temporary/resnet/model.pt
  echo 'loss=0.1' > temporary/resnet/training.log
  echo "before: $(cd temporary && echo resnet/*)"
  env/bin/torch-model-archiver --model-name resnet --version 1.0 --handler image_classifier \
    --serialized-file temporary/resnet/model.pt 2> errors.txt && echo 'archived' || echo "fails: $(tail -1 errors.txt)"
  echo "after: $(cd temporary/resnet && ls -A | wc -l) files in the folder, $(find . -name '*.mar' | wc -l) archives"

  mkdir -p labels vocabulary/words old
  echo 'weights' > model.pt
  echo 'old weights' > old/model.pt
  echo 'labels' > labels/index.json
  echo 'vocabulary' > vocabulary/index.json
  echo 'words' > vocabulary/words/one.txt
  for files in labels/index.json,vocabulary/index.json vocabulary/index.json,labels/index.json labels,vocabulary old; do
    rm -f packed.mar
    env/bin/torch-model-archiver --model-name packed --version 1.0 --handler image_classifier \
      --serialized-file model.pt --extra-files "$files" 2> errors.txt || { cat errors.txt; exit 1; }
    echo "--extra-files $files: said $(wc -c < errors.txt) characters, in the archive are"
    env/bin/python - <<'PROGRAM'
import zipfile

with zipfile.ZipFile("packed.mar") as archive:
    for name in sorted(archive.namelist()):
        if not name.startswith("MAR-INF"):
            print(f"  {name}: {archive.read(name).decode().strip()}")
PROGRAM
  done
} > seen.txt

cat > expected.txt <<'EXPECTED'
before: resnet/model.pt resnet/training.log
fails: FileNotFoundError: [Errno 2] No such file or directory: 'temporary/resnet/model.pt'
after: 0 files in the folder, 0 archives
--extra-files labels/index.json,vocabulary/index.json: said 0 characters, in the archive are
  index.json: vocabulary
  model.pt: weights
--extra-files vocabulary/index.json,labels/index.json: said 0 characters, in the archive are
  index.json: labels
  model.pt: weights
--extra-files labels,vocabulary: said 0 characters, in the archive are
  index.json: vocabulary
  model.pt: weights
  words/one.txt: words
--extra-files old: said 0 characters, in the archive are
  model.pt: old weights
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
