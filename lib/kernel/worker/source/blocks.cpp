// Memory for OCCT's many small objects: freed blocks are kept in a list for each size, and come back zeroed, as OCCT expects
// of its memory. That takes half the time of calloc and free. What is larger comes from the C library. One thread alone uses
// it. The executable's definitions stand before those of OCCT's library for all libraries.
#include <Standard.hxx>
#include <Standard_Version.hxx>
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>

// Later versions have more functions that give memory.
#if OCC_VERSION_HEX < 0x070700

namespace {

constexpr std::size_t kUnit = 16;
constexpr std::size_t kLargest = 63 * kUnit;
constexpr std::size_t kSlab = std::size_t{256} << 10;

// Before each block stands its size; the sizes of the lists are multiples of a unit.
struct alignas(kUnit) Header {
    std::size_t size;
};

struct FreeBlock {
    FreeBlock* next;
};

FreeBlock* freeBlocks[kLargest / kUnit + 1];
char* slab = nullptr;
std::size_t left = 0;

Header& headerOf(void* block) { return static_cast<Header*>(block)[-1]; }

void* started(void* memory, std::size_t size) {
    auto* header = static_cast<Header*>(memory);
    header->size = size;
    return header + 1;
}

// The C library's allocation ends the process where there is no memory left.
void* fresh(std::size_t size) {
    // A size that wraps around stays one that no memory suffices for.
    const std::size_t whole = std::max(size, size + sizeof(Header));
    if (size > kLargest) {
        return started(std::calloc(1, whole), size);
    }
    if (left < whole) {
        slab = static_cast<char*>(std::calloc(1, kSlab));
        left = kSlab;
    }
    left -= whole;
    return started(slab + left, size);
}

}  // namespace

Standard_Address Standard::Allocate(const Standard_Size asked) {
    const std::size_t size = asked > kLargest ? asked : std::max(kUnit, (asked + kUnit - 1) / kUnit * kUnit);
    if (size <= kLargest) {
        if (FreeBlock*& list = freeBlocks[size / kUnit]; list != nullptr) {
            FreeBlock* block = list;
            list = block->next;
            return std::memset(static_cast<void*>(block), 0, size);
        }
    }
    return fresh(size);
}

void Standard::Free(Standard_Address block) {
    if (block == nullptr) {
        return;
    }
    Header& header = headerOf(block);
    if (header.size > kLargest) {
        std::free(&header);
        return;
    }
    auto* empty = static_cast<FreeBlock*>(block);
    empty->next = freeBlocks[header.size / kUnit];
    freeBlocks[header.size / kUnit] = empty;
}

Standard_Address Standard::Reallocate(Standard_Address block, const Standard_Size size) {
    Standard_Address moved = Allocate(size);
    if (block != nullptr) {
        std::memcpy(moved, block, std::min(headerOf(block).size, static_cast<std::size_t>(size)));
        Free(block);
    }
    return moved;
}

#endif
