"""Tests of `.github/workflows/`, `.gitlab-ci.yml` and the scripts in `.ci/` that both call."""
