package dev.cadwright.neural.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tokenizer.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonsTest {
    private static final String TALK = "{\"messages\": [{\"role\": \"system\", \"content\": \"Write.\"},"
            + " {\"role\": \"user\", \"content\": \"a box\"}, {\"role\": \"assistant\", \"content\": \"box(1)\"},"
            + " {\"role\": \"user\", \"content\": \"another\"}, {\"role\": \"assistant\", \"content\": \"box(2)\"}]}";

    private static final String MARKING =
            "{% for m in messages %}<|im_start|>{{ m.role }}\n{% if m.role == 'assistant' %}{% generation %}"
                    + "{{ m.content }}<|im_end|>{% endgeneration %}{% else %}{{ m.content }}<|im_end|>{% endif %}{{ '\n' }}"
                    + "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}";

    /** Thinks aloud in the last answer only, as reasoning models do. */
    private static final String REWRITING =
            "{% for m in messages %}<|im_start|>{{ m.role }}\n{% if m.role == 'assistant' and loop.last %}<think>\n"
                    + "</think>\n{% endif %}{{ m.content }}<|im_end|>\n{% endfor %}"
                    + "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {Tokenizers.CHATML, MARKING})
    void theAssistantsTurnsAreLearntAndNothingElse(String template) throws IOException {
        // When
        Read read = read(template, 200, TALK);

        // Then
        assertThat(read.learnt()).containsExactly("box(1)<|im_end|>", "box(2)<|im_end|>");
        assertThat(read.text()).startsWith("<|im_start|>system\nWrite.<|im_end|>\n<|im_start|>user\na box");
    }

    @Test
    void answersAreFoundWhereATemplateWritesEarlierTurnsOtherwise() throws IOException {
        // When
        Read read = read(REWRITING, 200, TALK);

        // Then
        assertThat(read.learnt()).containsExactly("box(1)<|im_end|>", "<think>\n</think>\nbox(2)<|im_end|>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"conversations\": [{\"from\": \"human\", \"value\": \"a box\"}, {\"from\": \"gpt\", \"value\": \"box(1)\"}]} ~ box(1)<|im_end|>",
                "{\"prompt\": \"a box:\", \"completion\": \" box(1)\"} ~ ` box(1)<|im_end|>`",
                "{\"prompt\": [{\"role\": \"user\", \"content\": \"a\"}], \"completion\": [{\"role\": \"assistant\", \"content\": \"box(1)\"}]} ~ box(1)<|im_end|>",
                "{\"text\": \"box(1, 2)\"} ~ box(1, 2)<|im_end|>"
            })
    void everyUsualFormIsRead(String line, String learnt) throws IOException {
        // When
        Read read = read(Tokenizers.CHATML, 200, line);

        // Then
        assertThat(String.join("", read.learnt())).isEqualTo(learnt);
    }

    @Test
    void whatIsTooLongIsCutAndWhatThenHasNoAnswerIsLeftOut() throws IOException {
        // Given
        String shorter = "{\"prompt\": \"a\", \"completion\": \"box(1)\"}";
        String longer = "{\"prompt\": \"a\", \"completion\": \"" + "box(1) ".repeat(20) + "\"}";
        String unanswered = "{\"prompt\": \"" + "box(1) ".repeat(20) + "\", \"completion\": \"box(1)\"}";

        // When
        Read read = read(Tokenizers.CHATML, 20, shorter + "\n" + longer + "\n\n" + unanswered);

        // Then
        assertThat(read.lessons().lessons()).hasSize(2);
        assertThat(read.lessons().lessons().get(1).length()).isEqualTo(20);
        assertThat(read.lessons().truncated()).isEqualTo(1);
        assertThat(read.lessons().dropped()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"prompt\": \"a\"} | data.jsonl: line 2 has neither messages",
                "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]} | in which the assistant says nothing",
                "{\"conversations\": [{\"from\": \"nobody\", \"value\": \"a\"}]} | a turn from nobody",
                "{\"text\": | line 2 is no JSON",
                "[1] | line 2 is no object"
            })
    void aBadLineIsNamed(String line, String message) {
        // When // Then
        assertThatThrownBy(() -> read(Tokenizers.CHATML, 20, "{\"text\": \"a b\"}\n" + line))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_training_data"))
                .hasMessageContaining(message);
    }

    @Test
    void aListInAFileIsReadToo() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("list.json"), "[" + TALK + ", " + TALK + "]");
        List<Sample> samples = new ArrayList<>();

        // When
        SampleFiles.read(file, samples::add);

        // Then
        assertThat(samples).hasSize(2);
    }

    /** What was read of the first sample, as text. */
    private record Read(Lessons lessons, String text, List<String> learnt) {}

    private Read read(String template, int longest, String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("data.jsonl"), lines + "\n");
        Path model = Tokenizers.write(folder.resolve("model"), template);
        try (Tokenizer tokenizer = Tokenizer.load(model)) {
            Lessons lessons = new Lessons(tokenizer, Optional.empty(), tokenizer.eos(), Lessons.Form.text(longest));
            SampleFiles.read(file, lessons::add);
            Lesson first = lessons.lessons().getFirst();
            return new Read(lessons, tokenizer.decode(first.ids(), false), learnt(tokenizer, first));
        }
    }

    /** The stretches that are learnt. */
    private static List<String> learnt(Tokenizer tokenizer, Lesson lesson) {
        List<String> stretches = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= lesson.length(); i++) {
            boolean before = lesson.labels()[i - 1] != Lesson.IGNORED;
            boolean here = i < lesson.length() && lesson.labels()[i] != Lesson.IGNORED;
            begin = here && !before ? i : begin;
            if (before && !here) {
                int[] ids =
                        IntStream.range(begin, i).map(k -> lesson.labels()[k]).toArray();
                stretches.add(tokenizer.decode(ids, false));
            }
        }
        return stretches;
    }
}
