#ifndef SANCTIONS_EMBEDDED_H
#define SANCTIONS_EMBEDDED_H

#include <stddef.h>

/// A file of the repository that the binary carries inside: its path from the top level and its bytes.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} embedded_file;

/// The number of embedded files.
extern const size_t embedded_file_count;

/// The embedded file at an index below `embedded_file_count`, in the order of the list in embedded.c.
embedded_file embedded_file_at(size_t index);

#endif
