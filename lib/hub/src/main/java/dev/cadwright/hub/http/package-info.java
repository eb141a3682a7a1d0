/** One request to a hub or its storage: redirects, errors, waits. Knows nothing of models. */
package dev.cadwright.hub.http;
