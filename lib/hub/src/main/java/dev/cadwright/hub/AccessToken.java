package dev.cadwright.hub;

import java.util.Objects;

/** What opens private and gated repositories; never printed. */
public final class AccessToken {
    private final String value;

    /** @throws HubException {@code invalid_name} if it has characters that no header may carry */
    public AccessToken(String value) {
        this.value = Objects.requireNonNull(value, "value").strip();
        if (this.value.isEmpty() || !this.value.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new HubException(
                    HubException.Code.INVALID_NAME, "The hub's token is empty or has characters that no token has.");
        }
    }

    /** The value of an {@code Authorization} header. */
    public String authorization() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
