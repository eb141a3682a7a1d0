package dev.cadwright.cad.openscad;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The names that OpenSCAD brings along. */
final class Builtins {
    /** By module, the arguments that it takes, besides those that begin with {@code $}. */
    static final Map<String, Set<String>> MODULES = modules();

    static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "acos",
            "asin",
            "atan",
            "atan2",
            "ceil",
            "chr",
            "concat",
            "cos",
            "cross",
            "dxf_cross",
            "dxf_dim",
            "exp",
            "floor",
            "has_key",
            "import",
            "is_bool",
            "is_function",
            "is_list",
            "is_num",
            "is_object",
            "is_string",
            "is_undef",
            "len",
            "ln",
            "log",
            "lookup",
            "max",
            "min",
            "norm",
            "object",
            "ord",
            "parent_module",
            "pow",
            "rands",
            "round",
            "search",
            "sign",
            "sin",
            "sqrt",
            "str",
            "tan",
            "textmetrics",
            "fontmetrics",
            "version",
            "version_num");

    static final Set<String> VARIABLES = Set.of(
            "PI",
            "$fn",
            "$fa",
            "$fs",
            "$fe",
            "$t",
            "$vpr",
            "$vpt",
            "$vpd",
            "$vpf",
            "$children",
            "$preview",
            "$parent_modules");

    private Builtins() {}

    private static Map<String, Set<String>> modules() {
        Map<String, Set<String>> modules = new TreeMap<>();
        List.of(
                        "circle:r,d",
                        "square:size,center",
                        "polygon:points,paths,convexity",
                        "text:text,size,font,direction,language,script,halign,valign,spacing",
                        "cube:size,center",
                        "sphere:r,d",
                        "cylinder:h,r,r1,r2,d,d1,d2,center",
                        "polyhedron:points,faces,triangles,convexity",
                        "translate:v",
                        "rotate:a,v",
                        "scale:v",
                        "mirror:v",
                        "multmatrix:m",
                        "resize:newsize,auto,convexity",
                        "color:c,alpha",
                        "offset:r,delta,chamfer",
                        "fill:",
                        "minkowski:convexity",
                        "hull:",
                        "union:",
                        "difference:",
                        "intersection:",
                        "group:",
                        "render:convexity",
                        "roof:method,convexity",
                        "projection:cut,convexity",
                        "linear_extrude:height,h,v,center,convexity,twist,slices,segments,scale,file,layer,origin",
                        "rotate_extrude:angle,start,convexity,file,layer,origin,scale,a",
                        "surface:file,center,convexity,invert",
                        "import:file,layer,convexity,origin,scale,width,height,filename,layername,center,dpi,id,stroke",
                        "children:index",
                        "echo:*",
                        "assert:condition,message",
                        "for:*",
                        "intersection_for:*",
                        "let:*",
                        "assign:*",
                        "child:index",
                        "import_stl:file,convexity",
                        "import_off:file,convexity",
                        "import_dxf:file,layer,convexity,origin,scale",
                        "dxf_linear_extrude:file,layer,height,origin,scale,center,convexity,twist,slices",
                        "dxf_rotate_extrude:file,layer,origin,scale,convexity")
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    String arguments = line.substring(colon + 1);
                    modules.put(
                            line.substring(0, colon), arguments.isEmpty() ? Set.of() : Set.of(arguments.split(",")));
                });
        return Map.copyOf(modules);
    }

    /** Whether a module binds whatever names its arguments have. */
    static boolean takesAnyName(String module) {
        return MODULES.getOrDefault(module, Set.of()).contains("*");
    }
}
