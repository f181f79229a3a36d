/* Loaded before libc: writes down what a program does to the files of one folder, in the order in which it does it.
 * An entry: kind (1 byte), file (8, its inode), offset (8), length (4), then so many bytes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sendfile.h>
#include <sys/syscall.h>
#include <unistd.h>

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int journal = -1;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
    folder = getenv("DISKLOG_FOLDER");
    if (folder) journal = (int)syscall(SYS_openat, AT_FDCWD, getenv("DISKLOG_FILE"), O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static void note(char kind, uint64_t file, uint64_t offset, const void *data, uint32_t length) {
    char *entry = malloc(21 + length);
    entry[0] = kind;
    memcpy(entry + 1, &file, 8);
    memcpy(entry + 9, &offset, 8);
    memcpy(entry + 17, &length, 4);
    if (length) memcpy(entry + 21, data, length);
    syscall(SYS_write, journal, entry, 21 + length);
    free(entry);
}

static int inside(const char *path) {
    return journal >= 0 && strncmp(path, folder, strlen(folder)) == 0;
}

/* The inode of an open file of the folder, 0 for any other. */
static uint64_t file_of(int handle) {
    char link[64], path[PATH_MAX];
    struct stat state;
    if (journal < 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return inside(path) && fstat(handle, &state) == 0 ? state.st_ino : 0;
}

static void wrote(int handle, uint64_t offset, const void *data, ssize_t length) {
    uint64_t file = length > 0 ? file_of(handle) : 0;
    if (file) note('w', file, offset, data, (uint32_t)length);
}

static int opened(int handle, const char *path, int flags) {
    struct stat state;
    if (handle >= 0 && (flags & O_CREAT) && inside(path) && fstat(handle, &state) == 0) {
        note('o', state.st_ino, 0, path, (uint32_t)strlen(path));
        if (flags & O_TRUNC) note('t', state.st_ino, 0, NULL, 0);
    }
    return handle;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; va_start(rest, flags); int mode = flags & O_CREAT ? va_arg(rest, int) : 0; va_end(rest); \
        REAL(name); return opened(real(path, flags, mode), path, flags); \
    }
OPEN(open)
OPEN(open64)

ssize_t write(int handle, const void *data, size_t length) {
    REAL(write);
    ssize_t done = real(handle, data, length);
    if (journal >= 0 && done > 0 && file_of(handle)) wrote(handle, (uint64_t)lseek(handle, 0, SEEK_CUR) - done, data, done);
    return done;
}

#define PWRITE(name, offset_type) \
    ssize_t name(int handle, const void *data, size_t length, offset_type offset) { \
        REAL(name); ssize_t done = real(handle, data, length, offset); \
        wrote(handle, (uint64_t)offset, data, done); return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, length_type) \
    int name(int handle, length_type length) { \
        REAL(name); \
        int failed = real(handle, length); \
        uint64_t file = failed ? 0 : file_of(handle); \
        if (file) note('t', file, (uint64_t)length, NULL, 0); \
        return failed; \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name) \
    int name(int handle) { \
        REAL(name); \
        uint64_t file = file_of(handle); \
        int failed = real(handle); \
        if (file) note('s', file, 0, NULL, 0); \
        return failed; \
    }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
    REAL(unlink);
    int failed = real(path);
    if (!failed && inside(path)) note('u', 0, 0, path, (uint32_t)strlen(path));
    return failed;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    int failed = real(from, to);
    if (!failed && inside(to)) {
        char both[2 * PATH_MAX];
        int length = snprintf(both, sizeof both, "%s\n%s", from, to);
        note('r', 0, 0, both, (uint32_t)length);
    }
    return failed;
}

/* Copies inside the kernel would pass unseen; without them Python copies by reading and writing. */
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) {
    REAL(sendfile64);
    if (!file_of(to)) return real(to, from, offset, length);
    char data[1 << 16];
    ssize_t read_ = offset ? pread(from, data, length < sizeof data ? length : sizeof data, *offset)
                           : read(from, data, length < sizeof data ? length : sizeof data);
    if (read_ > 0 && offset) *offset += read_;
    return read_ > 0 ? write(to, data, (size_t)read_) : read_;
}

ssize_t sendfile(int to, int from, off_t *offset, size_t length) {
    return sendfile64(to, from, offset, length);
}
