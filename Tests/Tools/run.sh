#!/bin/sh
# What other tools make of what the program writes: run.sh PROGRAM VENV
set -eu
program=$(readlink -f "$1")
tools=$(readlink -f "$2")/bin
here=$(readlink -f "$(dirname "$0")")
work=$(mktemp -d)
servers=""
trap 'for server in $servers; do kill "$server" 2>/dev/null || true; done; rm -rf "$work"' EXIT
export SANCTIONS_DB="$work/sanctions.db"

"$program" ingest "$here/../../seeds"
printf '%s\n' '20520,"AIR KORYO","-0-","DPRK3","-0-","-0-","-0-","-0-","-0-","-0-","-0-","-0-"' > "$work/sdn.csv"
"$program" import "$work/sdn.csv" --format ofac-csv --snapshot 2016-12-05
"$program" report "$work/report"
echo "browser:"
"$tools/python" "$here/browser.py" "$(command -v chromium)" "$work/report" build/pictures

echo "networkx:"
for format in gexf graphml; do "$program" related "Air Koryo" --format $format > "$work/network.$format"; done
"$tools/python" -c "
import sys, networkx
for read, path in ((networkx.read_gexf, 'gexf'), (networkx.read_graphml, 'graphml')):
    graph = read(sys.argv[1] + path)
    assert len(graph) > 5 and 'airline/air-koryo' in graph, path
    print(path, graph)
" "$work/network."

echo "datasette:"
"$program" export --format datasette > "$work/metadata.json"
"$tools/datasette" "$SANCTIONS_DB" --metadata "$work/metadata.json" --get "/sanctions/designations.json?_shape=array" \
  | grep -q "Air Koryo"
"$tools/datasette" "$SANCTIONS_DB" --metadata "$work/metadata.json" --get "/sanctions/claim" | grep -q "What one post says"
"$tools/datasette" "$SANCTIONS_DB" --metadata "$work/metadata.json" --get "/sanctions/events_of.json?name=air+koryo&_shape=array" \
  | grep -q "designation"

echo "followthemoney:"
"$program" export --format ftm > "$work/entities.json"
"$tools/python" "$here/ftm.py" "$work/entities.json"

echo "schemathesis:"
"$program" serve --port 0 2> "$work/serve" &
servers=$!
until grep -q "127.0.0.1" "$work/serve"; do sleep 0.1; done
# It leaves a cache where it runs.
cd "$work"
"$tools/schemathesis" run "$(sed -n 's/^Serving \(.*\); .*/\1/p' "$work/serve")openapi.json" --checks all \
  --max-examples 40 --seed 1
