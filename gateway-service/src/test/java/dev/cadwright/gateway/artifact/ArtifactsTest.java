package dev.cadwright.gateway.artifact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class ArtifactsTest {
    private static final byte[] CONTENT = new byte[300_000];

    static {
        new Random(7).nextBytes(CONTENT);
    }

    @Inject
    ArtifactStore store;

    private String sha;

    @BeforeEach
    void store() {
        sha = store.put(CONTENT, MediaTypes.BINARY).sha256();
    }

    @Test
    void isReadWhole() {
        var response = given().get("/v1/artifacts/" + sha)
                .then()
                .statusCode(200)
                .header("ETag", '"' + sha + '"')
                .header("Accept-Ranges", "bytes")
                .header("Content-Length", Integer.toString(CONTENT.length))
                .header("Cache-Control", containsString("immutable"))
                .header("X-Content-Type-Options", "nosniff")
                .extract();
        assertThat(response.asByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void isReadInParts() {
        assertThat(range("bytes=0-0", "bytes 0-0/300000")).isEqualTo(Arrays.copyOf(CONTENT, 1));
        assertThat(range("bytes=1000-200999", "bytes 1000-200999/300000"))
                .isEqualTo(Arrays.copyOfRange(CONTENT, 1000, 201_000));
        assertThat(range("bytes=299990-", "bytes 299990-299999/300000"))
                .isEqualTo(Arrays.copyOfRange(CONTENT, 299_990, 300_000));
        assertThat(range("bytes=-5", "bytes 299995-299999/300000"))
                .isEqualTo(Arrays.copyOfRange(CONTENT, 299_995, 300_000));
    }

    @Test
    void aRangeBehindTheEndIsToldTheSize() {
        given().header("Range", "bytes=300000-")
                .get("/v1/artifacts/" + sha)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */300000")
                .body("code", is("range_not_satisfiable"));
    }

    @Test
    void isNotSentAgainToWhomHasIt() {
        given().header("If-None-Match", "\"other\", W/\"" + sha + '"')
                .get("/v1/artifacts/" + sha)
                .then()
                .statusCode(304)
                .header("ETag", '"' + sha + '"');
    }

    @Test
    void aRangeOfAnotherVersionIsAnsweredWithEverything() {
        given().header("Range", "bytes=0-9")
                .header("If-Range", "\"other\"")
                .get("/v1/artifacts/" + sha)
                .then()
                .statusCode(200)
                .header("Content-Length", "300000");
        given().header("Range", "bytes=0-9")
                .header("If-Range", '"' + sha + '"')
                .get("/v1/artifacts/" + sha)
                .then()
                .statusCode(206);
    }

    @Test
    void headersComeWithoutTheBody() {
        given().head("/v1/artifacts/" + sha)
                .then()
                .statusCode(200)
                .header("Content-Length", "300000")
                .header("ETag", '"' + sha + '"');
        given().head("/v1/artifacts/" + Api.SHA).then().statusCode(404);
    }

    @Test
    void anEmptyArtifactIsReadToo() {
        var empty = store.put(new byte[0], MediaTypes.BINARY).sha256();
        given().get("/v1/artifacts/" + empty).then().statusCode(200).header("Content-Length", "0");
        given().header("Range", "bytes=0-").get("/v1/artifacts/" + empty).then().statusCode(416);
    }

    @Test
    void theNameDecidesTypeAndDownload() {
        given().queryParam("name", "a/report \"1\".html")
                .get("/v1/artifacts/" + sha)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("sandbox"))
                .header(
                        "Content-Disposition",
                        is("inline; filename=\"report _1_.html\"; filename*=UTF-8''report%20%221%22.html"));
    }

    @Test
    void whatIsNoDigestOrNotThereIsNotFound() {
        Api.get("/v1/artifacts/" + Api.SHA).statusCode(404).body("code", is("not_found"));
        Api.get("/v1/artifacts/..%2F..%2Fetc%2Fpasswd").statusCode(404);
        Api.get("/v1/artifacts/" + sha.toUpperCase(Locale.ROOT)).statusCode(404);
    }

    private byte[] range(String range, String contentRange) {
        return given().header("Range", range)
                .get("/v1/artifacts/" + sha)
                .then()
                .statusCode(206)
                .header("Content-Range", contentRange)
                .extract()
                .asByteArray();
    }
}
