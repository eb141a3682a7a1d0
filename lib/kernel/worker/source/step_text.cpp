#include "step_text.hpp"

#include <APIHeaderSection_MakeHeader.hxx>
#include <Interface_HArray1OfHAsciiString.hxx>
#include <Interface_Static.hxx>
#include <STEPControl_Controller.hxx>
#include <StepData_Protocol.hxx>
#include <StepData_StepWriter.hxx>
#include <XSControl_TransferWriter.hxx>
#include <XSControl_WorkSession.hxx>
#include <sstream>

#include "failure.hpp"

namespace cadwright {

StepText::StepText(const StepFormat& format, bool assembly) {
    // The writer takes these from the process, when it is made.
    STEPControl_Controller::Init();
    Interface_Static::SetCVal("write.step.schema", format.ap242 ? "AP242DIS" : "AP214IS");
    Interface_Static::SetCVal("write.step.unit", format.unit.c_str());
    Interface_Static::SetIVal("write.step.assembly", assembly ? 1 : 0);
    writer_ = std::make_unique<STEPControl_Writer>();
    // Left out, the curves in the surfaces' parameters would halve the text; computed anew by a reader they changed the
    // area of a real part by 6e-7.
    Interface_Static::SetIVal("write.surfacecurve.mode", 1);
}

void StepText::transfer(const TopoDS_Shape& shape) {
    if (writer_->Transfer(shape, STEPControl_AsIs) != IFSelect_RetDone) {
        fail(Category::Runtime, "step.write", "the shape cannot be written as STEP");
    }
}

Handle(StepData_StepModel) StepText::model() const { return writer_->Model(); }

Handle(XSControl_WorkSession) StepText::session() const { return writer_->WS(); }

Handle(Transfer_FinderProcess) StepText::translations() const { return session()->TransferWriter()->FinderProcess(); }

void StepText::neutralise() const {
    APIHeaderSection_MakeHeader header(model());
    header.SetName(ascii("shape"));
    header.SetTimeStamp(ascii("1970-01-01T00:00:00"));
    header.SetAuthorValue(1, ascii(""));
    header.SetOrganizationValue(1, ascii(""));
    header.SetOriginatingSystem(ascii("Cadwright"));
    header.SetAuthorisation(ascii(""));
    header.Apply(model());
}

std::string StepText::print() const {
    StepData_StepWriter text(model());
    text.SendModel(Handle(StepData_Protocol)::DownCast(session()->Protocol()));
    std::ostringstream stream;
    if (!text.Print(stream)) {
        fail(Category::Runtime, "step.write", "the shape cannot be written as STEP");
    }
    return stream.str();
}

}  // namespace cadwright
