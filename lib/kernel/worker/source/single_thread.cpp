// Reference counts without atomic instructions, which cost a tenth of the time: the worker has one thread, and its jail
// lets it start no other. The executable's definitions stand before those of OCCT's library for all libraries.
#include <Standard_Transient.hxx>
#include <Standard_Version.hxx>

// Later versions count in the header.
#if OCC_VERSION_HEX < 0x070700

void Standard_Transient::IncrementRefCounter() const { myRefCount_ = myRefCount_ + 1; }

Standard_Integer Standard_Transient::DecrementRefCounter() const {
    const Standard_Integer left = myRefCount_ - 1;
    myRefCount_ = left;
    return left;
}

#endif
