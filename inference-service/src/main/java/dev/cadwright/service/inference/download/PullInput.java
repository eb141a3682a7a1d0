package dev.cadwright.service.inference.download;

import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.pull.Selection;
import java.util.List;
import java.util.Optional;

/** The input of {@code model.pull}. */
record PullInput(
        String repository,
        Optional<String> revision,
        Optional<String> name,
        Optional<List<String>> include,
        Optional<List<String>> exclude) {
    PullInput {
        if (!ModelAddress.isRepository(repository)) {
            throw new IllegalArgumentException("repository is like organisation/model, not " + repository);
        }
        revision = orEmpty(revision);
        name = orEmpty(name);
        include = orEmpty(include);
        exclude = orEmpty(exclude);
    }

    ModelAddress address() {
        return new ModelAddress(repository, revision.orElse(ModelAddress.DEFAULT_REVISION));
    }

    String modelName() {
        return name.orElseGet(() -> ModelAddress.localName(repository));
    }

    Selection selection() {
        return new Selection(include.orElse(List.of()), exclude.orElse(List.of()));
    }

    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
