#include <libxml/xmlreader.h>
#include <libxml/tree.h>
