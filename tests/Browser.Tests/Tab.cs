using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Beffroi.Browser.Tests;

/// <summary>
/// A telephone's tab driven through the browser's own protocol, by its tab: Chromium starts no page ahead while a tool holds the page itself, as
/// Playwright does. A page started ahead is slowed like the one that is seen.
/// </summary>
sealed class Tab : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("beffroi-tab-").FullName;
    readonly ClientWebSocket _socket = new();
    readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _asked = new();
    readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);
    readonly SemaphoreSlim _writing = new(1);
    readonly int _slowness;
    Process _browser = null!;
    int _number;

    Tab(int slowness) => _slowness = slowness;

    /// <summary>Pages that this tab holds: the one seen, and one started ahead.</summary>
    public int Pages => _pages.Count;

    public static async Task<Tab> Open(int slowness)
    {
        var tab = new Tab(slowness);
        tab._browser = Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("BEFFROI_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--remote-debugging-port=0", $"--user-data-dir={tab._folder}", "--lang=fr-FR", "--window-size=360,640", "about:blank"])
        { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var address = "";
        while (address.Length == 0 && await tab._browser.StandardError.ReadLineAsync() is { } line)
        {
            address = line.StartsWith("DevTools listening on ", StringComparison.Ordinal) ? line["DevTools listening on ".Length..] : "";
        }

        _ = tab._browser.StandardError.ReadToEndAsync();
        await tab._socket.ConnectAsync(new Uri(address), CancellationToken.None);
        _ = tab.Listen();
        var target = (string)(await tab.Ask(null, "Target.createTarget", new() { ["url"] = "about:blank", ["forTab"] = true }))["targetId"]!;
        var session = (string)(await tab.Ask(null, "Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }))["sessionId"]!;
        await tab.Ask(session, "Target.setAutoAttach", new() { ["autoAttach"] = true, ["waitForDebuggerOnStart"] = true, ["flatten"] = true });
        while (tab._pages.IsEmpty)
        {
            await Task.Delay(20);
        }

        return tab;
    }

    public async Task Go(string address) => await Ask(_pages.Keys.Single(), "Page.navigate", new() { ["url"] = address });

    /// <summary>Waits until an expression holds in the page that is seen.</summary>
    public Task Until(string expression) => Until(expression, ahead: false);

    /// <summary>Waits until an expression holds in the page started ahead.</summary>
    public Task UntilAhead(string expression) => Until(expression, ahead: true);

    async Task Until(string expression, bool ahead)
    {
        var clock = Stopwatch.StartNew();
        while (!await Holds(expression, ahead))
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(3))
            {
                throw new TimeoutException($"never true in {_pages.Count} pages: {expression}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Waits for an expression that gives an element, then does something with it.</summary>
    public async Task Do(string element, string act)
    {
        await Until($"!!({element})");
        await Holds($"(({element}).{act}, true)");
    }

    /// <summary>From the page of the code to the page from which the games open.</summary>
    /// <param name="each">How long the person looks at each question.</param>
    public async Task ToTheDoor(string address, string code, TimeSpan each)
    {
        await Go(address.TrimEnd('/') + "/eva");
        await Do("document.querySelector('input[type=text]')", $"value = '{code}'");
        await Press("Continuer");
        await Do("[...document.querySelectorAll('label')].find(l => l.textContent.includes('Votre prénom'))?.control", "value = 'Nour'");
        await Do("document.querySelector('input[type=checkbox]')", "click()");
        await Press("Commencer");
        for (var number = 1; number <= Shortcut.Questions; number++)
        {
            await Until($"document.body?.textContent.includes('Question {number} sur {Shortcut.Questions}')");
            await Task.Delay(each);
            await Press("Je préfère ne pas dire");
        }

        await Until($"!!({Named("a", "Jouer")})");
    }

    public async Task Press(string words) => await Do(Named("button, a", words), "click()");

    public static string Named(string selector, string words) => $"[...document.querySelectorAll('{selector}')].find(e => e.textContent.trim().startsWith('{words}'))";

    async Task<bool> Holds(string expression, bool ahead = false)
    {
        foreach (var session in _pages.Keys)
        {
            try
            {
                var answer = await Ask(session, "Runtime.evaluate", new() { ["expression"] = $"document.prerendering === {(ahead ? "true" : "false")} && ({expression})", ["returnByValue"] = true });
                if (answer["result"]?["value"] is JsonValue value && value.GetValueKind() == JsonValueKind.True)
                {
                    return true;
                }
            }
            catch (InvalidOperationException)
            {
                // The page has just been left.
            }
        }

        return false;
    }

    async Task<JsonNode> Ask(string? session, string method, JsonObject parameters)
    {
        var number = Interlocked.Increment(ref _number);
        var answer = _asked[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = number, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        await _writing.WaitAsync();
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }

        var came = await answer.Task;
        return came["error"] is { } wrong ? throw new InvalidOperationException(wrong.ToJsonString()) : came["result"]!;
    }

    async Task Listen()
    {
        var buffer = new byte[1 << 16];
        using var whole = new MemoryStream();
        while (_socket.State == WebSocketState.Open)
        {
            var part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                Take(JsonNode.Parse(whole.ToArray())!);
                whole.SetLength(0);
            }
        }
    }

    void Take(JsonNode message)
    {
        if (message["id"] is { } id)
        {
            if (_asked.TryRemove((int)id, out var answer))
            {
                answer.SetResult(message);
            }
        }
        else if ((string?)message["method"] == "Target.attachedToTarget")
        {
            _ = Welcome((string)message["params"]!["sessionId"]!, (string)message["params"]!["targetInfo"]!["type"]!);
        }
        else if ((string?)message["method"] == "Target.detachedFromTarget")
        {
            var gone = (string)message["params"]!["sessionId"]!;
            _pages.TryRemove(gone, out _);
            foreach (var (number, waiting) in _asked)
            {
                // What was asked of it is never answered.
                if (_asked.TryRemove(number, out _))
                {
                    waiting.SetResult(new JsonObject { ["error"] = "left" });
                }
            }
        }
    }

    async Task Welcome(string session, string type)
    {
        // Answered only once the page runs.
        var slowed = type == "page" ? Ask(session, "Emulation.setCPUThrottlingRate", new() { ["rate"] = _slowness }) : Task.CompletedTask;
        await Ask(session, "Runtime.runIfWaitingForDebugger", []);
        await slowed;
        if (type == "page")
        {
            _pages[session] = type;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _browser.Kill(entireProcessTree: true);
        await _browser.WaitForExitAsync();
        _browser.Dispose();
        _writing.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
