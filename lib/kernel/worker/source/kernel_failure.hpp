// Exceptions of OCCT as failures.
#pragma once

#include <Standard_Failure.hxx>
#include <Standard_OutOfMemory.hxx>
#include <string>

#include "failure.hpp"

namespace cadwright {

inline Failure outOfMemory() { return {Category::Exhausted, "memory", "the memory budget is used up"}; }

inline Failure fromKernel(const Standard_Failure& exception) {
    if (dynamic_cast<const Standard_OutOfMemory*>(&exception) != nullptr) {
        return outOfMemory();
    }
    const char* message = exception.GetMessageString();
    std::string text = exception.DynamicType()->Name();
    if (message != nullptr && *message != '\0') {
        text.append(": ").append(message);
    }
    return {Category::Runtime, "kernel.refused", text};
}

// Runs the work; an exception of OCCT leaves it as a Failure.
template <class Work>
auto asFailure(const Work& work) {
    try {
        return work();
    } catch (const Standard_Failure& exception) {
        throw fromKernel(exception);
    }
}

}  // namespace cadwright
