#!/usr/bin/env bash
# New articles into content/, as two commits (articles; names, stories and lists), pushed. Never over what a person pushed
# meanwhile: then all of it is done again, on top of theirs. Nothing is forced, and nothing of anybody's is lost.
#
#     bash .ci/refresh.sh [BRANCH]      # in a workflow; by hand, too
set -euo pipefail
branch=${1:-main}

# The token that may push is for git's way to the server alone: what reads foreign texts is not handed it.
token=${TOKEN:-}
unset TOKEN
ours() { env -u CI_JOB_TOKEN -u CI_REPOSITORY_URL -u CI_REGISTRY_PASSWORD -u CI_DEPENDENCY_PROXY_PASSWORD broadsheet "$@"; }
server() {
  if [ -n "$token" ] && [ -n "${GITHUB_SERVER_URL:-}" ]; then
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.$GITHUB_SERVER_URL/.extraheader" \
      GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'x-access-token:%s' "$token" | base64 | tr -d '\n')" git "$@"
  else
    git "$@"
  fi
}

stop() {
  echo "$1" >&2
  if [ -n "${GITHUB_ACTIONS:-}" ]; then echo "::error title=The archive was not pushed::$1"; fi
  exit 1
}

commit() { # SUBJECT: what is staged, if anything is
  pages=$(git diff --cached --name-only | wc -l | tr -d ' ')
  if [ "$pages" -gt 0 ]; then git commit --quiet -m "$1 ($pages)"; fi
}

if [ -n "${GITHUB_ACTIONS:-}" ]; then
  who="github-actions[bot]" mail="41898282+github-actions[bot]@users.noreply.github.com"
else
  who=$(git config user.name || echo broadsheet) mail=$(git config user.email || echo broadsheet@localhost)
fi
export GIT_AUTHOR_NAME=$who GIT_COMMITTER_NAME=$who GIT_AUTHOR_EMAIL=$mail GIT_COMMITTER_EMAIL=$mail

if [ -n "$(git status --porcelain -- content)" ]; then
  git status --short -- content >&2
  stop "content/: holds what is not committed; commit it, then run this again"
fi
server fetch --quiet origin "$branch"
git merge --quiet --ff-only FETCH_HEAD || stop "$branch: holds commits here and at the origin; bring them together, then run this again"
before=$(git rev-parse HEAD)

# A page that cannot be read would be missing from every list until somebody mends it: then nothing is taken in.
may_run() { ours check --no-stale || stop "content/: cannot be used as it is (see above); mend it and push, and this runs again"; }

for _ in 1 2 3 4 5; do
  if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then : >"$GITHUB_STEP_SUMMARY"; fi # one of a run that was overtaken tells nothing
  may_run
  ours generate || [ $? -eq 1 ] # 1: something was rejected or waits for a person, which the summary tells
  if [ -d content/articles ]; then git add --all -- content/articles; fi
  commit Articles
  git add --all -- content
  commit "Names, stories and lists"
  if [ "$(git rev-parse HEAD)" = "$(git rev-parse FETCH_HEAD)" ]; then exit 0; fi
  if server push --quiet origin "HEAD:refs/heads/$branch"; then exit 0; fi
  server fetch --quiet origin "$branch"
  if git merge-base --is-ancestor FETCH_HEAD HEAD; then
    stop "$branch: cannot be pushed to; see above, and allow this run to write (a protected branch?)"
  fi
  git merge-base --is-ancestor "$before" FETCH_HEAD ||
    stop "$branch: at the origin is not what it was when this began; look at it, then run this again"
  # Somebody pushed meanwhile. Our two commits are made from what there is, so they are made again on top of theirs.
  git reset --quiet --keep FETCH_HEAD
  before=$(git rev-parse HEAD)
done
stop "$branch: somebody pushed each time before this could; run it again"
