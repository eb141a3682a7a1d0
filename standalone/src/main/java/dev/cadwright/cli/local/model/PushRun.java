package dev.cadwright.cli.local.model;

import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Quantities;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.push.ModelPush;
import dev.cadwright.hub.push.PushEvent;
import dev.cadwright.hub.push.PushRequest;
import dev.cadwright.hub.push.PushedModel;
import java.util.Locale;

/** Pushes a folder and prints the commit. */
final class PushRun {
    private final Terminal terminal;
    private final boolean json;
    private final HubSettings settings;

    PushRun(Terminal terminal, boolean json, HubSettings settings) {
        this.terminal = terminal;
        this.json = json;
        this.settings = settings;
    }

    int run(PushRequest request) throws InterruptedException {
        PushedModel pushed;
        try (TransferBar bar = new TransferBar(terminal, "push")) {
            pushed = new ModelPush(settings).run(request, event -> show(event, bar), () -> {});
        }
        if (json) {
            terminal.json(terminal.mapper()
                    .createObjectNode()
                    .put("repository", pushed.repository())
                    .put("commit", pushed.commit().orElse(null))
                    .put("files", pushed.files())
                    .put("unchanged", pushed.unchanged())
                    .put("sent", pushed.sent()));
        } else {
            terminal.out()
                    .println(pushed.commit()
                            .map(commit -> "%s/%s/commit/%s: %d files, %s of large ones sent"
                                    .formatted(
                                            settings.endpoint(),
                                            pushed.repository(),
                                            commit,
                                            pushed.files(),
                                            Quantities.bytes(pushed.sent())))
                            .orElse("The hub has all of it already."));
        }
        return ExitCode.SUCCESS;
    }

    private void show(PushEvent event, TransferBar bar) {
        switch (event) {
            case PushEvent.Hashed hashed -> {}
            case PushEvent.Planned planned -> bar.total(planned.bytes());
            case PushEvent.Advanced advanced -> bar.set(advanced.file(), advanced.done());
            case PushEvent.Retrying retrying ->
                terminal.err()
                        .printf(
                                Locale.ROOT,
                                "%s; trying again in %.1f s.%n",
                                retrying.reason(),
                                retrying.delay().toMillis() / 1e3);
        }
    }
}
