// The first allocation that the memory limit refuses ends the process. OCCT catches its own out-of-memory exceptions here
// and there and goes on with half a result; ending is the only way to be sure that none is taken for a whole one.
// The executable's definitions stand before the C library's for all libraries; free() needs none.
#include <cstddef>
#include <unistd.h>

#include "limits.hpp"

extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);

void* malloc(std::size_t size) {
    void* block = __libc_malloc(size);
    if (block == nullptr) {
        _exit(cadwright::kExitExhausted);
    }
    return block;
}

void* calloc(std::size_t count, std::size_t size) {
    void* block = __libc_calloc(count, size);
    if (block == nullptr) {
        _exit(cadwright::kExitExhausted);
    }
    return block;
}

void* realloc(void* old, std::size_t size) {
    void* block = __libc_realloc(old, size);
    if (block == nullptr && size != 0) {
        _exit(cadwright::kExitExhausted);
    }
    return block;
}

}
