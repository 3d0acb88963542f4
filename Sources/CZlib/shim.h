#pragma once
#include <zlib.h>

// inflateInit2 is a macro, which Swift cannot call. Negative: no header, a window of 32 KB.
static inline int coverage_inflate_start(z_stream *stream) {
  return inflateInit2(stream, -15);
}

// The same for packing, at the usual level.
static inline int coverage_deflate_start(z_stream *stream) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}
