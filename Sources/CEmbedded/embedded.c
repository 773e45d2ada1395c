// The files that the binary carries inside. A test compares this list with the folder.
#include "embedded.h"

static const unsigned char schema[] = {
#embed "../../schema.sql"
};

static const embedded_file files[] = {
  {"schema.sql", schema, sizeof schema},
};

const size_t embedded_file_count = sizeof files / sizeof files[0];

embedded_file embedded_file_at(size_t index) { return files[index]; }
