#pragma once
#include <stddef.h>
#include <stdint.h>

/// libFuzzer as a library (llvm.org/docs/LibFuzzer.html), in the runtime that `-sanitize=fuzzer` links.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*one)(const uint8_t *start, size_t count));

/// libFuzzer's own mutations of bytes, for a mutator that knows more.
size_t LLVMFuzzerMutate(uint8_t *start, size_t count, size_t most);

/// Begins to count; the first call hooks into the allocator of the address sanitizer.
void meter_start(void);

/// The greatest number of bytes held at one moment since `meter_start`, above those held then.
size_t meter_peak(void);

/// Seconds of processor time since `meter_start`: a loaded machine makes nobody slow.
double meter_seconds(void);
