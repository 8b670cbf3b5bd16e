# Sourced by run. Starts the product as the README says, with nothing configured, until it says that it is ready.
smoke_start() {
  local folder port group started=0
  folder=$(mktemp -d /tmp/dondoc-smoke-XXXXXX) && port=$(node .ci/free-port.mjs) || return 1
  # A process group of its own, so that what npm started is stopped with it.
  setsid env -i PATH="$PATH" HOME="$HOME" PORT="$port" DATABASE_URL="file:$folder/dondoc.db" npm start \
    >"$folder/log" 2>&1 &
  group=$!
  node --input-type=module -e '
    const [url] = process.argv.slice(1)
    const ok = (path) => fetch(url + path).then((answer) => answer.ok, () => false)
    const until = Date.now() + 30_000
    while (!(await ok("/readyz"))) {
      if (Date.now() > until) process.exit(1)
      await new Promise((done) => setTimeout(done, 200))
    }
    process.exit((await ok("/")) && (await ok("/healthz")) ? 0 : 1)
  ' "http://127.0.0.1:$port" || started=$?
  kill -TERM -- "-$group" 2>/dev/null || true
  wait "$group" || true
  if [ "$started" != 0 ] || grep -q '"level":50' "$folder/log"; then
    cat "$folder/log"
    return 1
  fi
  rm -rf "$folder"
}
