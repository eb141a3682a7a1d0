#include "formats.hpp"

#include <map>
#include <set>

#include "failure.hpp"

namespace cadwright {

Deflection deflectionOf(const Arguments& arguments) {
    static const std::map<std::string, DeflectionScale, std::less<>> kScales = {
        {"absolute", DeflectionScale::Absolute},
        {"longest_side", DeflectionScale::LongestSide},
        {"each_edge", DeflectionScale::EachEdge}};
    const auto scale = kScales.find(arguments.text("scale"));
    const Deflection deflection{
        arguments.number("linear"), scale == kScales.end() ? DeflectionScale::Absolute : scale->second,
        arguments.number("angular")};
    if (scale == kScales.end() || deflection.linear <= 0 || deflection.angular <= 0) {
        fail(Category::Protocol, "protocol.argument", "a deflection is not positive or of an unknown scale");
    }
    return deflection;
}

StepFormat stepFormatOf(const Arguments& a) {
    static const std::set<std::string, std::less<>> kUnits = {"MM", "CM", "M", "INCH", "FT"};
    StepFormat format{a.flag("ap242"), a.has("unit") ? a.text("unit") : "MM", a.has("name") ? a.text("name") : ""};
    if (!kUnits.contains(format.unit)) {
        fail(Category::Protocol, "protocol.argument", "there is no such unit of length");
    }
    return format;
}

}  // namespace cadwright
