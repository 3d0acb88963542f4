#define _GNU_SOURCE
#include "folders.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/xattr.h>

int coverage_exchange(const char *first, const char *second) {
#ifdef RENAME_EXCHANGE
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
#else
  (void)first;
  (void)second;
  errno = ENOSYS;
  return -1;
#endif
}

long coverage_attributes(const char *path, char *names, size_t room) {
#ifdef __linux__
  return listxattr(path, names, room);
#else
  return listxattr(path, names, room, 0);
#endif
}
