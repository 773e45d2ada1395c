#ifndef SANCTIONS_CSQLITE_SHIM_H
#define SANCTIONS_CSQLITE_SHIM_H
#include <sqlite3.h>
#endif
