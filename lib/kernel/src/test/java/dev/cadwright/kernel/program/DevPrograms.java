package dev.cadwright.kernel.program;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.deepcad.DeepCadReader;
import dev.cadwright.cad.deepcad.vector.PolarAngles;
import dev.cadwright.cad.deepcad.vector.VectorFile;
import dev.cadwright.cad.deepcad.vector.VectorWriter;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.kernel.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sound programs of every kind of input, to be damaged. All ship with the project. */
final class DevPrograms {
    private DevPrograms() {}

    static Map<InputKind, List<byte[]>> all() throws IOException {
        Map<InputKind, List<byte[]>> all = new EnumMap<>(InputKind.class);
        for (InputKind kind : InputKind.values()) {
            all.put(kind, new ArrayList<>());
        }
        for (Path file : files("samples/deepcad-json", ".json")) {
            byte[] json = Files.readAllBytes(file);
            all.get(InputKind.DEEPCAD).add(json);
            String text = new String(json, StandardCharsets.UTF_8);
            all.get(InputKind.FUSION360).add(bytes(text.replace("\"sequence\":", "\"timeline\":")));
            translate(text, all);
        }
        addFiles(all.get(InputKind.OPENECAD), "lib/cad/src/test/resources/openecad", ".py");
        addFiles(all.get(InputKind.STEP), "samples/deepcad-step", ".step");
        addFiles(all.get(InputKind.CADQUERY), "lib/kernel/src/test/resources/cadquery/dev", ".py");
        addFiles(all.get(InputKind.OPENSCAD), "lib/kernel/src/test/resources/openscad/dev", ".scad");
        return all;
    }

    private static void translate(String json, Map<InputKind, List<byte[]>> all) {
        Construction construction = DeepCadReader.read(json).orElseThrow();
        all.get(InputKind.SKETCH).add(printed(Language.SKETCH, construction));
        all.get(InputKind.CADQUERY).add(printed(Language.CADQUERY, construction));
        if (Programs.print(Language.OPENSCAD, construction) instanceof Parse.Ok<String>(var text)) {
            all.get(InputKind.OPENSCAD).add(bytes(text));
        }
        VectorWriter.write(construction, PolarAngles.CORRECTED)
                .then(vector -> new Parse.Ok<>(all.get(InputKind.VECTOR).add(VectorFile.writeNpy(vector))));
    }

    private static byte[] printed(Language language, Construction construction) {
        return bytes(Programs.print(language, construction).orElseThrow());
    }

    private static void addFiles(List<byte[]> to, String folder, String ending) throws IOException {
        for (Path file : files(folder, ending)) {
            to.add(Files.readAllBytes(file));
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Workers.root().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
