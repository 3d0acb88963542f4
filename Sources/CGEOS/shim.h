#pragma once
// Only the reentrant half of the C API: every call takes its context.
#define GEOS_USE_ONLY_R_API

// The C API leaves these opaque, and Swift would see one OpaquePointer for both.
// Completing the tags gives each handle a type of its own.
struct GEOSContextHandle_HS { char opaque; };

#include <geos_c.h>
