#include "step.hpp"

#include <APIHeaderSection_MakeHeader.hxx>
#include <BRepCheck_Analyzer.hxx>
#include <BinTools.hxx>
#include <Interface_HArray1OfHAsciiString.hxx>
#include <Interface_Static.hxx>
#include <STEPControl_Controller.hxx>
#include <STEPControl_Reader.hxx>
#include <STEPControl_Writer.hxx>
#include <ShapeFix_Shape.hxx>
#include <StepBasic_Product.hxx>
#include <StepData_Protocol.hxx>
#include <StepData_StepModel.hxx>
#include <StepData_StepWriter.hxx>
#include <TCollection_HAsciiString.hxx>
#include <XSControl_WorkSession.hxx>
#include <sstream>

#include "failure.hpp"

namespace cadwright {
namespace {

Handle(TCollection_HAsciiString) ascii(const char* text) { return new TCollection_HAsciiString(text); }

void neutralHeader(const Handle(StepData_StepModel)& model) {
    APIHeaderSection_MakeHeader header(model);
    header.SetName(ascii("shape"));
    header.SetTimeStamp(ascii("1970-01-01T00:00:00"));
    header.SetAuthorValue(1, ascii(""));
    header.SetOrganizationValue(1, ascii(""));
    header.SetOriginatingSystem(ascii("Cadwright"));
    header.SetAuthorisation(ascii(""));
    header.Apply(model);
}

// The translator numbers its products on through the life of the process.
void nameProducts(const Handle(StepData_StepModel)& model, const std::string& given) {
    int number = 0;
    for (int i = 1; i <= model->NbEntities(); ++i) {
        const Handle(StepBasic_Product) product = Handle(StepBasic_Product)::DownCast(model->Value(i));
        if (!product.IsNull()) {
            ++number;
            const std::string name = number == 1 && !given.empty() ? given
                                                                   : (given.empty() ? "shape" : given) + " " + std::to_string(number);
            product->SetId(ascii(name.c_str()));
            product->SetName(ascii(name.c_str()));
        }
    }
}

}  // namespace

TopoDS_Shape readStep(const std::string& text, bool heal) {
    STEPControl_Reader reader;
    std::istringstream stream(text);
    if (reader.ReadStream("input.step", stream) != IFSelect_RetDone) {
        fail(Category::Syntax, "step.syntax", "the text is not a STEP file");
    }
    reader.TransferRoots();
    const TopoDS_Shape shape = reader.OneShape();
    if (shape.IsNull()) {
        fail(Category::NoResult, "step.empty", "the STEP file holds no shape");
    }
    if (heal && !BRepCheck_Analyzer(shape).IsValid()) {
        ShapeFix_Shape fix(shape);
        fix.Perform();
        return fix.Shape();
    }
    return shape;
}

std::string writeStep(const TopoDS_Shape& shape, const StepFormat& format) {
    // The writer takes these from the process, when it is made.
    STEPControl_Controller::Init();
    Interface_Static::SetCVal("write.step.schema", format.ap242 ? "AP242DIS" : "AP214IS");
    Interface_Static::SetCVal("write.step.unit", format.unit.c_str());
    STEPControl_Writer writer;
    // Left out, the curves in the surfaces' parameters would halve the text; computed anew by a reader they changed the
    // area of a real part by 6e-7.
    Interface_Static::SetIVal("write.surfacecurve.mode", 1);
    if (writer.Transfer(shape, STEPControl_AsIs) != IFSelect_RetDone) {
        fail(Category::Runtime, "step.write", "the shape cannot be written as STEP");
    }
    const Handle(StepData_StepModel) model = writer.Model();
    neutralHeader(model);
    nameProducts(model, format.name);
    StepData_StepWriter text(model);
    text.SendModel(Handle(StepData_Protocol)::DownCast(writer.WS()->Protocol()));
    std::ostringstream stream;
    if (!text.Print(stream)) {
        fail(Category::Runtime, "step.write", "the shape cannot be written as STEP");
    }
    return stream.str();
}

TopoDS_Shape readBrep(const std::string& bytes) {
    TopoDS_Shape shape;
    std::istringstream stream(bytes, std::ios::binary);
    BinTools::Read(shape, stream);
    if (shape.IsNull()) {
        fail(Category::Syntax, "brep.syntax", "the bytes are not a B-rep");
    }
    return shape;
}

std::string writeBrep(const TopoDS_Shape& shape) {
    std::ostringstream stream(std::ios::binary);
    BinTools::Write(shape, stream);
    return stream.str();
}

}  // namespace cadwright
