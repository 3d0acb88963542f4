#pragma once
#include <stdint.h>
#include <tiffio.h>

// TIFFGetField has no fixed parameters, so that Swift cannot call it. These read the fields whose form
// is known: 1 where the file has them.
static inline int coverage_tiff_short(TIFF *file, uint32_t tag, uint16_t *value) {
  return TIFFGetFieldDefaulted(file, tag, value);
}

static inline int coverage_tiff_long(TIFF *file, uint32_t tag, uint32_t *value) {
  return TIFFGetField(file, tag, value);
}

// A field that libtiff does not know by name comes as a count and its values, of the type that the file
// gives: it is only handed over where that is the one expected.
static inline int coverage_tiff_array(
    TIFF *file, uint32_t tag, TIFFDataType type, uint32_t *count, const void **values) {
  const TIFFField *field = TIFFFindField(file, tag, TIFF_ANY);
  void *data = 0;
  *count = 0;
  if (!field || TIFFFieldDataType(field) != type || !TIFFFieldPassCount(field)
      || TIFFFieldReadCount(field) != TIFF_VARIABLE2 || !TIFFGetField(file, tag, count, &data)
      || !data) {
    return 0;
  }
  *values = data;
  return 1;
}
