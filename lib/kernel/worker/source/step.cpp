#include "step.hpp"

#include <BRepCheck_Analyzer.hxx>
#include <BinTools.hxx>
#include <STEPControl_Reader.hxx>
#include <ShapeFix_Shape.hxx>
#include <StepBasic_Product.hxx>
#include <StepData_StepModel.hxx>
#include <TCollection_HAsciiString.hxx>
#include <sstream>

#include "failure.hpp"
#include "step_text.hpp"

namespace cadwright {
namespace {

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
    StepText text(format, false);
    text.transfer(shape);
    text.neutralise();
    nameProducts(text.model(), format.name);
    return text.print();
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
