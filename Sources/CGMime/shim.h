#include <gmime/gmime.h>

// What GMime tells by macros, which Swift does not see.

static inline int mail_is_text(GMimeObject *part) { return GMIME_IS_TEXT_PART(part); }

static inline GMimeTextPart *mail_text(GMimeObject *part) { return GMIME_TEXT_PART(part); }

static inline GMimeObject *mail_object(GMimeMessage *message) { return GMIME_OBJECT(message); }

static inline void mail_release(void *object) { g_object_unref(object); }
