# Sourced by run. find_postgres sets TEST_DATABASE_URL to a server on which the tests may create databases: the one that is named there
# already, a private one that is started here, or the one of this machine that lets `postgres` in without a password.

postgres_answers() {
  node --input-type=module -e '
    import pg from "pg"
    const client = new pg.Client({ connectionString: process.argv[1], connectionTimeoutMillis: 3000 })
    client.connect().then(() => client.end()).then(() => process.exit(0), () => process.exit(1))
  ' "$1"
}

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

# initdb and the server refuse to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

install_postgres() {
  # Without this line Debian starts a server of its own on the usual port.
  $SUDO mkdir -p /etc/postgresql-common &&
    { [ -e /etc/postgresql-common/createcluster.conf ] ||
      echo 'create_main_cluster = false' | $SUDO tee /etc/postgresql-common/createcluster.conf >/dev/null; } &&
    install_packages postgresql
}

# In memory where there is enough of it: most of a test's time went into waiting for the disk under its database.
postgres_folder() {
  local free
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)
  mktemp -d "$([ "${free:-0}" -gt 4000000 ] && echo /dev/shm || echo /tmp)/dondoc-postgres-XXXXXX"
}

start_private_postgres() {
  local bin port
  [ -n "$(postgres_bin)" ] || install_postgres || return 1
  bin=$(postgres_bin) && port=$(node .ci/free-port.mjs) && postgres_data=$(postgres_folder) || return 1
  [ "$(id -u)" != 0 ] || chown postgres "$postgres_data" || return 1
  as_postgres "$bin/initdb" --auth=trust --username=postgres --no-sync --pgdata="$postgres_data/data" >/dev/null &&
    as_postgres "$bin/pg_ctl" --pgdata="$postgres_data/data" --log="$postgres_data/log" --wait \
      --options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_data" start >/dev/null &&
    export TEST_DATABASE_URL="postgresql://postgres@127.0.0.1:$port/postgres"
}

stop_private_postgres() {
  [ -n "${postgres_data:-}" ] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" --pgdata="$postgres_data/data" --mode=immediate stop >/dev/null || true
  rm -rf "$postgres_data"
}

find_postgres() {
  local common=postgresql://postgres@127.0.0.1:5432/postgres
  if [ -n "$given_server" ]; then
    postgres_answers "$given_server" || { echo "TEST_DATABASE_URL names a server that does not answer: $given_server" && return 1; }
    export TEST_DATABASE_URL="$given_server"
  else
    start_private_postgres || { postgres_answers "$common" && export TEST_DATABASE_URL="$common"; }
  fi && echo "$TEST_DATABASE_URL"
}
