// Writing STEP: from shapes to an entity model, and from the model to text.
#pragma once

#include <STEPControl_Writer.hxx>
#include <StepData_StepModel.hxx>
#include <TCollection_HAsciiString.hxx>
#include <TopoDS_Shape.hxx>
#include <Transfer_FinderProcess.hxx>
#include <memory>
#include <string>

#include "step.hpp"

namespace cadwright {

inline Handle(TCollection_HAsciiString) ascii(const std::string& text) { return new TCollection_HAsciiString(text.c_str()); }

class StepText {
public:
    // assembly: whether a compound becomes an assembly of its members.
    StepText(const StepFormat& format, bool assembly);

    void transfer(const TopoDS_Shape& shape);
    Handle(StepData_StepModel) model() const;
    Handle(XSControl_WorkSession) session() const;
    Handle(Transfer_FinderProcess) translations() const;
    // A header that names no time and no author.
    void neutralise() const;
    std::string print() const;

private:
    std::unique_ptr<STEPControl_Writer> writer_;
};

}  // namespace cadwright
