#ifndef SANCTIONS_CNETTLE_SHIM_H
#define SANCTIONS_CNETTLE_SHIM_H
#include <nettle/sha2.h>
#endif
