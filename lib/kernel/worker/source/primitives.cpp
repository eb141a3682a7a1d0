// Solids of a name.
#include <BRepPrimAPI_MakeBox.hxx>
#include <BRepPrimAPI_MakeCone.hxx>
#include <BRepPrimAPI_MakeCylinder.hxx>
#include <BRepPrimAPI_MakeSphere.hxx>
#include <BRepPrimAPI_MakeTorus.hxx>
#include <BRepPrimAPI_MakeWedge.hxx>
#include <TopoDS_Solid.hxx>

#include "operands.hpp"

namespace cadwright {
namespace {

void intoUpright(const Arguments& a, Session& s, const TopoDS_Shape& solid) {
    s.upright.add(solid);
    into(a, s, solid);
}

void doBox(const Arguments& a, Session& s) {
    intoUpright(a, s, BRepPrimAPI_MakeBox(frameOf(a), positiveOf(a, "xSize"), positiveOf(a, "ySize"), positiveOf(a, "zSize")).Shape());
}

void doCylinder(const Arguments& a, Session& s) {
    intoUpright(a, s, BRepPrimAPI_MakeCylinder(frameOf(a), positiveOf(a, "radius"), lengthOf(a, "height"), angleOf(a, "angle")).Shape());
}

void doCone(const Arguments& a, Session& s) {
    intoUpright(a, s, BRepPrimAPI_MakeCone(
                   frameOf(a), lengthOf(a, "bottomRadius"), lengthOf(a, "topRadius"), lengthOf(a, "height"),
                   angleOf(a, "angle"))
                   .Shape());
}

void doSphere(const Arguments& a, Session& s) {
    intoUpright(a, s, BRepPrimAPI_MakeSphere(
                   frameOf(a), positiveOf(a, "radius"), angleOf(a, "from"), angleOf(a, "to"), angleOf(a, "angle"))
                   .Shape());
}

void doTorus(const Arguments& a, Session& s) {
    const double angle = a.number("angle");
    const gp_Ax2 frame = frameOf(a);
    const double major = positiveOf(a, "majorRadius"), minor = positiveOf(a, "minorRadius");
    const double from = angleOf(a, "from"), to = angleOf(a, "to");
    intoUpright(a, s, angle == 360 ? BRepPrimAPI_MakeTorus(frame, major, minor, from, to).Shape()
                            : BRepPrimAPI_MakeTorus(frame, major, minor, from, to, angleOf(a, "angle")).Shape());
}

void doWedge(const Arguments& a, Session& s) {
    intoUpright(a, s, BRepPrimAPI_MakeWedge(
                   frameOf(a), positiveOf(a, "xSize"), positiveOf(a, "ySize"), positiveOf(a, "zSize"), lengthOf(a, "xFrom"),
                   lengthOf(a, "zFrom"), lengthOf(a, "xTo"), lengthOf(a, "zTo"))
                   .Solid());
}

}  // namespace

void addPrimitiveOperations(OperationTable& table) {
    table.insert({{"box", doBox},
                  {"cylinder", doCylinder},
                  {"cone", doCone},
                  {"sphere", doSphere},
                  {"torus", doTorus},
                  {"wedge", doWedge}});
}

}  // namespace cadwright
