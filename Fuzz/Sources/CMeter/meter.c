#include "meter.h"

#include <stdatomic.h>
#include <time.h>

// From <sanitizer/allocator_interface.h>, which not every system has where the compiler looks. Weak, as they are
// missing from a build without the sanitizer: its peak is 0.
__attribute__((weak)) int __sanitizer_install_malloc_and_free_hooks(
    void (*)(const volatile void *, size_t), void (*)(const volatile void *));
__attribute__((weak)) size_t __sanitizer_get_allocated_size(const volatile void *);

static atomic_long held;
static atomic_long peak;
static double started;

static void taken(const volatile void *start, size_t size) {
  (void)start;
  long now = atomic_fetch_add(&held, (long)size) + (long)size;
  long most = atomic_load(&peak);
  while (now > most && !atomic_compare_exchange_weak(&peak, &most, now)) {
  }
}

static void freed(const volatile void *start) {
  if (start) atomic_fetch_sub(&held, (long)__sanitizer_get_allocated_size(start));
}

static double processor_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void meter_start(void) {
  static int hooked;
  if (!hooked && __sanitizer_install_malloc_and_free_hooks)
    hooked = __sanitizer_install_malloc_and_free_hooks(taken, freed);
  atomic_store(&held, 0);
  atomic_store(&peak, 0);
  started = processor_seconds();
}

size_t meter_peak(void) { return (size_t)atomic_load(&peak); }

double meter_seconds(void) { return processor_seconds() - started; }
