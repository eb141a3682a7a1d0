package dev.cadwright.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The compiled main classes of the modules of the project, read from their build folders. */
final class Modules {
    private static final Path ROOT = Path.of(System.getProperty("cadwright.root"));
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
    private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    private Modules() {}

    /** Folders of all modules that are compiled; in a build of the whole project that is every one. */
    static List<String> built() {
        try {
            return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .filter(module -> Files.isDirectory(classFolder(module)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JavaClasses classes(String module) {
        return IMPORTED.computeIfAbsent(module, name -> new ClassFileImporter().importPath(classFolder(name)));
    }

    /** True for the classes that the build of the module has made, wherever they were imported from. */
    static DescribedPredicate<JavaClass> belongTo(String module) {
        return DescribedPredicate.describe(
                "belong to " + module,
                type -> Files.exists(classFolder(module).resolve(outermost(type).replace('.', '/') + ".class")));
    }

    private static String outermost(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }

    private static Path classFolder(String module) {
        return ROOT.resolve(module).resolve("target/classes");
    }
}
