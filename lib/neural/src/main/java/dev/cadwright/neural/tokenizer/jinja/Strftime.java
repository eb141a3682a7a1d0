package dev.cadwright.neural.tokenizer.jinja;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as C's {@code strftime} writes them in English. */
final class Strftime {
    private Strftime() {}

    static String format(LocalDateTime time, String format) {
        if (format.length() > 1000) {
            throw TemplateException.exhausted("the format of a date is too long");
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            char directive = format.charAt(++i);
            boolean plain = directive == '-' && i + 1 < format.length();
            if (plain) {
                directive = format.charAt(++i);
            }
            String written = directive(time, directive);
            out.append(plain ? withoutZeros(written) : written);
        }
        return out.toString();
    }

    private static String directive(LocalDateTime time, char directive) {
        String pattern =
                switch (directive) {
                    case 'Y' -> "uuuu";
                    case 'y' -> "uu";
                    case 'm' -> "MM";
                    case 'd' -> "dd";
                    case 'H' -> "HH";
                    case 'I' -> "hh";
                    case 'M' -> "mm";
                    case 'S' -> "ss";
                    case 'f' -> "SSSSSS";
                    case 'p' -> "a";
                    case 'A' -> "EEEE";
                    case 'a' -> "EEE";
                    case 'B' -> "MMMM";
                    case 'b', 'h' -> "MMM";
                    case 'j' -> "DDD";
                    case 'F' -> "uuuu-MM-dd";
                    case 'T' -> "HH:mm:ss";
                    case 'D' -> "MM/dd/uu";
                    case 'R' -> "HH:mm";
                    case 'e' -> "ppd";
                    default -> "";
                };
        return switch (directive) {
            case '%' -> "%";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'Z', 'z' -> "";
            case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
            case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
            default -> {
                if (pattern.isEmpty()) {
                    throw TemplateException.runtime("%" + directive + " is not supported in the format of a date");
                }
                yield DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
            }
        };
    }

    private static String withoutZeros(String number) {
        int begin = 0;
        while (begin < number.length() - 1 && (number.charAt(begin) == '0' || number.charAt(begin) == ' ')) {
            begin++;
        }
        return number.substring(begin);
    }
}
