// Debian's libxml2 shows the types of ICU in its headers, and Foundation brings an ICU of its own: in one compilation the
// two clash. Nothing here touches them; without this they are left out. (Only pointers to the handlers that hold them pass.)
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
