package dev.cadwright.gateway.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.cadwright.artifacts.Sha256;
import dev.cadwright.gateway.GatewaySettings;
import dev.cadwright.gateway.GatewayTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class UploadsTest {
    private static final byte[] PART = "ISO-10303-21; part".getBytes(StandardCharsets.US_ASCII);

    @Inject
    GatewaySettings settings;

    @TestHTTPResource("/")
    URI base;

    @AfterEach
    void nothingStaysInTheFolderForIncomingFiles() {
        Awaitility.await().untilAsserted(() -> {
            try (var files = Files.list(settings.incoming())) {
                assertThat(files).isEmpty();
            }
        });
    }

    @Test
    void aFileIsStoredAsItCame() {
        var upload =
                post("part.step", PART).statusCode(201).body("kind", is("FILE")).extract();
        assertThat(upload.<String>path("artifact.sha256")).isEqualTo(Sha256.of(PART));
        assertThat(given().get(upload.<String>path("artifact.url"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isEqualTo(PART);
        given().get(upload.header("Location")).then().statusCode(200).body("name", is("part.step"));
    }

    @Test
    void aFolderIsCheckedAndRewritten() {
        var zip = Zips.of(Map.of("parts/a.step", PART, "parts/b.step", PART, ".DS_Store", PART));
        post("parts.zip", zip)
                .statusCode(201)
                .body("kind", is("FOLDER"))
                .body("files", is(2))
                .body("ignored", is(1))
                .body("unpackedBytes", is(2 * PART.length))
                .body("receivedSha256", is(Sha256.of(zip)));
    }

    @Test
    void hostileArchivesAreRefused() {
        post("slip.zip", new Zips().file("../../evil.step", PART).bytes())
                .statusCode(422)
                .body("code", is("unsafe_archive"));
        post("link.zip", new Zips().link("a.step", "/etc/passwd").bytes())
                .statusCode(422)
                .body("code", is("unsafe_archive"));
        post("twice.zip", new Zips().file("a.step", PART).file("A.STEP", PART).bytes())
                .statusCode(422)
                .body("code", is("unsafe_archive"));
        post("bomb.zip", new Zips().file("zeros", new byte[64 << 20]).bytes())
                .statusCode(422)
                .body("code", is("unsafe_archive"));
        post("cut.zip", "PK\003\004".getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(422)
                .body("code", is("broken_archive"));
    }

    @Test
    void namesThatAreNoneAreRefused() {
        for (var name : new String[] {"../a", "a/b", " ", "a\u0001b", "x".repeat(256)}) {
            given().queryParam("name", name)
                    .contentType("application/octet-stream")
                    .body(PART)
                    .post("/v1/uploads")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", is("name"));
        }
        given().contentType("application/octet-stream")
                .body(PART)
                .post("/v1/uploads")
                .then()
                .statusCode(400);
        given().multiPart("file", "a.step", PART)
                .queryParam("name", "a")
                .post("/v1/uploads")
                .then()
                .statusCode(400);
        given().post("/v1/uploads?name=a").then().statusCode(400).body("detail", is("The body is empty."));
    }

    @Test
    void tooMuchIsRefusedWhetherAnnouncedOrNot() throws IOException {
        var large = new byte[5 << 20];
        post("large.step", large).statusCode(413).body("code", is("body_too_large"));
        assertThat(chunked(large)).contains(" 413 ");
    }

    @Test
    void aClientThatGoesAwayLeavesNothing() throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/uploads?name=gone.step HTTP/1.1\r\nHost: x\r\n"
                                    + "Content-Length: 100000\r\n\r\nonly this")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(settings.incoming()).isDirectory();
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirstTime() {
        var key = UUID.randomUUID().toString();
        var first = post("part.step", PART, key).statusCode(201).extract();
        var second = post("part.step", PART, key).statusCode(201).extract();
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        post("other.step", PART, key).statusCode(422).body("code", is("idempotency_key_reused"));
    }

    @Test
    void ofManyEqualRequestsAtOnceOneIsDone() throws Exception {
        var key = UUID.randomUUID().toString();
        try (var clients = Executors.newFixedThreadPool(4)) {
            var calls = new ArrayList<Callable<String>>();
            for (int i = 0; i < 4; i++) {
                calls.add(() -> {
                    var response = post("race.step", PART, key).extract();
                    return response.statusCode() == 201 ? response.path("id") : "status " + response.statusCode();
                });
            }
            var answers = new HashSet<String>();
            for (var answer : clients.invokeAll(calls)) {
                answers.add(answer.get());
            }
            answers.remove("status 409");
            answers.remove("status 503");
            assertThat(answers).hasSize(1);
        }
    }

    @Test
    void theListGoesOnWhereItEnded() {
        for (int i = 0; i < 3; i++) {
            post("page-%d.step".formatted(i), PART).statusCode(201);
        }
        var first = given().get("/v1/uploads?limit=2")
                .then()
                .body("data", hasSize(2))
                .body("next", notNullValue())
                .extract();
        var second = given().get("/v1/uploads?limit=2&cursor=" + first.path("next"))
                .then()
                .statusCode(200)
                .extract();
        assertThat(second.<String>path("data[0].id")).isLessThan(first.<String>path("data[1].id"));
        assertThat(first.<String>path("data[0].name")).isEqualTo("page-2.step");
        assertThat(second.<String>path("data[0].name")).isEqualTo("page-0.step");
    }

    private static ValidatableResponse post(String name, byte[] body) {
        return given().contentType("application/octet-stream")
                .body(body)
                .post("/v1/uploads?name=" + name)
                .then();
    }

    private static ValidatableResponse post(String name, byte[] body, String key) {
        return given().header("Idempotency-Key", key)
                .contentType("application/octet-stream")
                .body(body)
                .post("/v1/uploads?name=" + name)
                .then();
    }

    /** The status line that a body of unknown length is answered with. */
    private String chunked(byte[] body) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            var output = socket.getOutputStream();
            output.write("POST /v1/uploads?name=large.step HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            output.write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            output.write(body);
            output.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            output.flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
