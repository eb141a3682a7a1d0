// Takes all rights from the process but computing, and reading and writing the descriptors it already holds.
#pragma once

namespace cadwright {

struct Jail {
    int landlock = 0;  // the version of Landlock's interface, 0 where the kernel has none
};

// Ends the process where the system call filter cannot be installed.
Jail enterJail();

}  // namespace cadwright
