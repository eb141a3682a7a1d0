// Assemblies as STEP: a product a body, with its name, its place and its colour.
#include <BRepBuilderAPI_Copy.hxx>
#include <Quantity_Color.hxx>
#include <STEPConstruct.hxx>
#include <STEPConstruct_Styles.hxx>
#include <StepBasic_Product.hxx>
#include <StepBasic_ProductDefinition.hxx>
#include <StepBasic_ProductDefinitionFormation.hxx>
#include <StepRepr_CharacterizedDefinition.hxx>
#include <StepRepr_NextAssemblyUsageOccurrence.hxx>
#include <StepRepr_PropertyDefinition.hxx>
#include <StepRepr_RepresentationContext.hxx>
#include <StepRepr_RepresentationItem.hxx>
#include <StepRepr_RepresentedDefinition.hxx>
#include <StepShape_ShapeDefinitionRepresentation.hxx>
#include <StepVisual_Colour.hxx>
#include <StepVisual_MechanicalDesignGeometricPresentationRepresentation.hxx>
#include <StepVisual_PresentationStyleAssignment.hxx>
#include <StepVisual_StyledItem.hxx>
#include <TopLoc_Location.hxx>
#include <TopTools_MapOfShape.hxx>
#include <TopoDS_Iterator.hxx>
#include <TransferBRep.hxx>
#include <TransferBRep_ShapeMapper.hxx>
#include <XSControl_WorkSession.hxx>

#include <map>
#include <utility>

#include "solids.hpp"
#include "step_text.hpp"

namespace cadwright {
namespace {

TopoDS_Shape unplaced(const TopoDS_Shape& shape) { return shape.Located(TopLoc_Location()); }

// The product that stands for a shape; null where the translator made none.
Handle(StepBasic_Product) productOf(const Handle(Transfer_FinderProcess)& translations, const TopoDS_Shape& shape) {
    const Handle(TransferBRep_ShapeMapper) mapper = TransferBRep::ShapeMapper(translations, shape);
    Handle(StepShape_ShapeDefinitionRepresentation) representation;
    if (!translations->FindTypedTransient(
            mapper, STANDARD_TYPE(StepShape_ShapeDefinitionRepresentation), representation)) {
        return {};
    }
    const Handle(StepRepr_PropertyDefinition) property = representation->Definition().PropertyDefinition();
    const Handle(StepBasic_ProductDefinition) definition =
        property.IsNull() ? Handle(StepBasic_ProductDefinition)() : property->Definition().ProductDefinition();
    return definition.IsNull() ? Handle(StepBasic_Product)() : definition->Formation()->OfProduct();
}

void name(const Handle(StepBasic_Product)& product, const std::string& text) {
    if (!product.IsNull()) {
        product->SetId(ascii(text));
        product->SetName(ascii(text));
    }
}

// A shape that occurs several times is one product, under the name of the first.
void nameParts(const StepText& text, const std::vector<StepPart>& parts) {
    TopTools_MapOfShape named;
    for (const StepPart& part : parts) {
        const TopoDS_Shape shape = unplaced(part.solid);
        if (named.Add(shape)) {
            name(productOf(text.translations(), shape), part.name);
        }
    }
    std::size_t index = 0;
    const Handle(StepData_StepModel) model = text.model();
    for (int i = 1; i <= model->NbEntities() && index < parts.size(); ++i) {
        const auto occurrence = Handle(StepRepr_NextAssemblyUsageOccurrence)::DownCast(model->Value(i));
        if (!occurrence.IsNull()) {
            occurrence->SetId(ascii(std::to_string(index + 1)));
            occurrence->SetName(ascii(parts[index++].name));
        }
    }
}

using Item = Handle(StepRepr_RepresentationItem);

// What stands for a shape in the file; where nothing does, what stands for its parts.
void addItems(const Handle(Transfer_FinderProcess)& translations, const TopoDS_Shape& shape, std::vector<Item>& items) {
    if (const Item item = STEPConstruct::FindEntity(translations, shape); !item.IsNull()) {
        items.push_back(item);
        return;
    }
    for (TopoDS_Iterator each(shape); each.More() && shape.ShapeType() < TopAbs_FACE; each.Next()) {
        addItems(translations, each.Value(), items);
    }
}

void colour(const StepText& text, const StepPart& part) {
    const TopoDS_Shape shape = unplaced(part.solid);
    STEPConstruct_Styles styles(text.session());
    const Handle(StepRepr_RepresentationContext) context = styles.FindContext(shape);
    if (context.IsNull() || !part.colour) {
        return;
    }
    const auto& [red, green, blue] = *part.colour;
    const Handle(StepVisual_Colour) shown =
        STEPConstruct_Styles::EncodeColor(Quantity_Color(red, green, blue, Quantity_TOC_sRGB));
    std::vector<Item> items;
    addItems(text.translations(), shape, items);
    for (const Item& item : items) {
        styles.AddStyle(item, styles.MakeColorPSA(item, shown, shown, shown, 0), Handle(StepVisual_StyledItem)());
    }
    Handle(StepVisual_MechanicalDesignGeometricPresentationRepresentation) presentation;
    if (styles.CreateMDGPR(context, presentation)) {
        text.model()->AddWithRefs(presentation);
    }
}

// A file keeps the colour with the body: one that occurs in several colours becomes several.
std::vector<StepPart> oneBodyAColour(std::vector<StepPart> parts) {
    std::map<std::pair<const Standard_Transient*, decltype(StepPart::colour)>, TopoDS_Shape> bodies;
    std::map<const Standard_Transient*, decltype(StepPart::colour)> first;
    for (StepPart& part : parts) {
        const Standard_Transient* const body = part.solid.TShape().get();
        if (first.try_emplace(body, part.colour).first->second == part.colour) {
            continue;
        }
        TopoDS_Shape& copy = bodies[{body, part.colour}];
        if (copy.IsNull()) {
            copy = BRepBuilderAPI_Copy(unplaced(part.solid)).Shape();
        }
        part.solid = copy.Located(part.solid.Location());
    }
    return parts;
}

}  // namespace

std::string writeStep(const std::vector<StepPart>& given, const StepFormat& format) {
    const std::vector<StepPart> parts = oneBodyAColour(given);
    std::vector<TopoDS_Shape> solids;
    for (const StepPart& part : parts) {
        solids.push_back(part.solid);
    }
    const TopoDS_Shape assembly = compoundOf(solids);
    StepText text(format, true);
    text.transfer(assembly);
    text.neutralise();
    name(productOf(text.translations(), assembly), format.name.empty() ? "assembly" : format.name);
    nameParts(text, parts);
    // Colours are attached to what refers to a body, which the graph of references tells.
    text.session()->ComputeGraph(true);
    TopTools_MapOfShape coloured;
    for (const StepPart& part : parts) {
        if (coloured.Add(unplaced(part.solid))) {
            colour(text, part);
        }
    }
    return text.print();
}

}  // namespace cadwright
