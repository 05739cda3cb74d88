# The packages of requirements.txt, installed where they are not; $python has them. Behind steps.sh, in this folder.

need python3 'Python 3.10 or later, with venv'
python=$PWD/.venv/bin/python
if [ ! -x "$python" ] || ! cmp -s requirements.txt .venv/installed.txt; then
  rm -rf .venv
  step 'venv' python3 -m venv .venv
  step 'install' "$python" -m pip install --quiet --no-input --disable-pip-version-check -r requirements.txt
  cp requirements.txt .venv/installed.txt
fi
