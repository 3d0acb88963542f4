#pragma once
#include <stddef.h>

/// Exchanges what two names of one file system stand for, in one step.
///
/// 0 where it is done; -1 with errno where it is not, and then nothing has changed.
int coverage_exchange(const char *first, const char *second);

/// The names of the attributes of a file, each with a zero at its end: listxattr(2).
long coverage_attributes(const char *path, char *names, size_t room);
