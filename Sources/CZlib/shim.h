#pragma once
#include <zlib.h>

// inflateInit2 is a macro, which Swift cannot call. Negative: no header, a window of 32 KB.
static inline int coverage_inflate_start(z_stream *stream) {
  return inflateInit2(stream, -15);
}
