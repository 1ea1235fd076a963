package dev.s3emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Shows one page to a real browser without a screen. The page comes from a server of its own, so it
 * is of another origin than the emulator, and reports by {@code report(text)} what it has seen.
 *
 * @param folder an empty folder for what the browser keeps
 */
record HeadlessBrowser(Path folder) {

  private static final long LIMIT_SECONDS = 60;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");

  private static final String REPORT =
      "<script>const report = text => fetch('/report', {method: 'POST', body: text});</script>";

  /**
   * Shows a page and returns what it reported. Skips the test where no browser is installed.
   *
   * @param html the body, with scripts
   */
  String show(String html) throws IOException, InterruptedException {
    CompletableFuture<String> reported = new CompletableFuture<>();
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    HttpServer pages = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    pages.createContext("/", exchange -> answer(exchange, "<!doctype html>" + REPORT + html));
    pages.createContext(
        "/report",
        exchange -> {
          reported.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          answer(exchange, "");
        });
    pages.start();
    Process browser = null;
    try {
      browser = start("http://127.0.0.1:" + pages.getAddress().getPort() + "/");
      return reported.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException silence) {
      return fail("The page reported nothing within " + LIMIT_SECONDS + " s", silence);
    } finally {
      end(browser);
      pages.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, String page) throws IOException {
    byte[] body = page.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Process start(String url) {
    for (String name : NAMES) {
      try {
        return command(name, url).start();
      } catch (IOException notInstalled) {
        // The next name.
      }
    }
    return abort("Not installed: none of " + NAMES + " is on the path.");
  }

  private ProcessBuilder command(String name, String url) {
    ProcessBuilder command =
        new ProcessBuilder(
            name,
            "--headless=new",
            // It shows nothing but the page of the test, and containers run tests as root.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--no-proxy-server",
            "--user-data-dir=" + folder.resolve("profile"),
            url);
    command.environment().put("TMPDIR", folder.toString());
    return command.redirectErrorStream(true).redirectOutput(folder.resolve("browser.log").toFile());
  }

  private static void end(Process browser) throws InterruptedException {
    if (browser != null) {
      List<ProcessHandle> children = browser.descendants().toList();
      browser.destroyForcibly().waitFor();
      children.forEach(ProcessHandle::destroyForcibly);
      // Until they are gone they write into the folder, which is deleted next.
      for (ProcessHandle child : children) {
        child.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> child).join();
      }
    }
  }
}
