sanctions ingest seeds
sanctions ingest seeds
