// Loaded before a program (LD_PRELOAD): counts the calls that change a file system, and kills the program at
// one of them, before or after it is done.
//   TORTURE_KILL_AT=N     at the Nth call; with a minus sign, after it
//   TORTURE_COUNT=FILE    writes how many there were
//   TORTURE_NO_EXCHANGE=1 a disk that exchanges no folders
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;

static void counted(int after) {
  const char *text = getenv("TORTURE_KILL_AT");
  long at = text ? atol(text) : 0;
  long number = after ? atomic_load(&calls) : atomic_fetch_add(&calls, 1) + 1;
  if (after ? number == -at : number == at) kill(getpid(), SIGKILL);
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("TORTURE_COUNT");
  if (!path) return;
  FILE *file = fopen(path, "w");
  if (file) {
    fprintf(file, "%ld\n", (long)calls);
    fclose(file);
  }
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = dlsym(RTLD_NEXT, #name)
#define COUNTED(call) counted(0); __typeof__(call) result = (call); int code = errno; counted(1); errno = code; return result

int rename(const char *a, const char *b) { REAL(rename); COUNTED(real(a, b)); }
int renameat2(int d, const char *a, int e, const char *b, unsigned flags) {
  REAL(renameat2);
  if (getenv("TORTURE_NO_EXCHANGE")) {
    errno = EINVAL;
    return -1;
  }
  COUNTED(real(d, a, e, b, flags));
}
int linkat(int d, const char *a, int e, const char *b, int flags) { REAL(linkat); COUNTED(real(d, a, e, b, flags)); }
int unlink(const char *a) { REAL(unlink); COUNTED(real(a)); }
int mkdir(const char *a, mode_t mode) { REAL(mkdir); COUNTED(real(a, mode)); }
int rmdir(const char *a) { REAL(rmdir); COUNTED(real(a)); }
int chmod(const char *a, mode_t mode) { REAL(chmod); COUNTED(real(a, mode)); }
int ftruncate(int d, off_t length) { REAL(ftruncate); COUNTED(real(d, length)); }
ssize_t pwrite(int d, const void *b, size_t n, off_t o) { REAL(pwrite); COUNTED(real(d, b, n, o)); }
ssize_t write(int d, const void *b, size_t n) {
  REAL(write);
  if (d <= 2) return real(d, b, n);
  COUNTED(real(d, b, n));
}
int open(const char *a, int flags, ...) {
  REAL(open);
  va_list list;
  va_start(list, flags);
  mode_t mode = va_arg(list, mode_t);
  va_end(list);
  if (!(flags & O_CREAT)) return real(a, flags, mode);
  COUNTED(real(a, flags, mode));
}
int close(int d) { REAL(close); return real(d); }
