#pragma once
#include <stddef.h>
#include <stdint.h>

/// Takes blocks of 64 bytes into a state of SHA-256 (FIPS 180-4, section 6.2), with the processor's own
/// instructions where it has them.
void coverage_sha256_take(uint32_t state[8], const uint8_t *blocks, size_t count);

/// The same by plain arithmetic: what processors without these instructions use, and the oracle of the
/// tests.
void coverage_sha256_take_plainly(uint32_t state[8], const uint8_t *blocks, size_t count);
