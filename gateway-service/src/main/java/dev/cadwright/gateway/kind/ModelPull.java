package dev.cadwright.gateway.kind;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Input of {@code model.pull}. */
public record ModelPull(
        @NotNull @Size(max = 96) @Pattern(regexp = REPOSITORY, message = REPOSITORY_RULE)
        String repository,

        @Size(min = 1, max = 250) @Pattern(regexp = REVISION, message = REVISION_RULE)
        String revision,

        @Pattern(regexp = Forms.NAME, message = Forms.NAME_RULE)
        String name,

        @Size(max = 100) List<@NotNull @Size(min = 1, max = 200) String> include,
        @Size(max = 100) List<@NotNull @Size(min = 1, max = 200) String> exclude) {
    private static final String PART = "[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?";

    public static final String REPOSITORY = "(?!.*(?:--|\\.\\.))" + PART + "(?:/" + PART + ")?";
    public static final String REPOSITORY_RULE = "a repository is named as organisation/model";
    public static final String REVISION = "(?!.*\\.\\.)[A-Za-z0-9_][A-Za-z0-9_./+-]*";
    public static final String REVISION_RULE = "a revision is a branch, a tag or a commit";
}
