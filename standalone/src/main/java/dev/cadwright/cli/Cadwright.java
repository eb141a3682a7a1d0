package dev.cadwright.cli;

import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** The entry of the command line: finds the command, runs it, and turns what comes of it into an exit status. */
public final class Cadwright {
    private static final Set<String> HELP = Set.of("-h", "--help", "help");
    private static final Set<String> VERSION = Set.of("-V", "--version", "version");

    private final Terminal terminal;

    Cadwright(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        int status = new Cadwright(Terminal.ofProcess()).run(List.of(arguments));
        System.out.flush();
        System.exit(status);
    }

    /** Runs one command line and returns its exit status. */
    int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            Overview.print(terminal.err());
            return ExitCode.USAGE;
        }
        String name = arguments.getFirst();
        List<String> rest = new ArrayList<>(arguments.subList(1, arguments.size()));
        if (VERSION.contains(name)) {
            terminal.out().println(Version.text());
            return ExitCode.SUCCESS;
        }
        if (HELP.contains(name)) {
            if (rest.isEmpty()) {
                Overview.print(terminal.out());
                return ExitCode.SUCCESS;
            }
            name = rest.removeFirst();
            rest.add("--help");
        }
        if (CommandCatalogue.find(name).isEmpty()) {
            return unknown(name);
        }
        return execute(name, rest);
    }

    private int execute(String name, List<String> arguments) {
        CommandLine line = new CommandLine(CommandCatalogue.create(name, terminal));
        configure(line, "cadwright " + name);
        return line.execute(arguments.toArray(String[]::new));
    }

    private void configure(CommandLine line, String name) {
        line.setCommandName(name);
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(this::wrongUsage);
        line.setExecutionExceptionHandler((exception, command, parsed) -> Failures.report(exception, terminal));
    }

    private int wrongUsage(CommandLine.ParameterException exception, String[] arguments) {
        String command = exception.getCommandLine().getCommandSpec().qualifiedName();
        terminal.err().println("cadwright: " + exception.getMessage());
        terminal.err().println("See: ./" + command + " --help");
        return ExitCode.USAGE;
    }

    private int unknown(String name) {
        String hint = CommandCatalogue.nearest(name)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElse("See: ./cadwright --help");
        terminal.err().println("cadwright: there is no command \"" + name + "\". " + hint);
        return ExitCode.USAGE;
    }
}
