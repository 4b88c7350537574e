using System.Globalization;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Questions;
using Microsoft.JSInterop;

namespace Beffroi.Eva.Player;

/// <summary>What only the page's script can do: <c>wwwroot/player.js</c>, in the same words.</summary>
public sealed class Browser(IJSRuntime runtime)
{
    private IJSInProcessObjectReference? _script;

    private IJSInProcessObjectReference Script => _script ?? throw new InvalidOperationException("The page's script is not loaded: call Load first.");

    public async Task Load()
    {
        _script = await runtime.InvokeAsync<IJSInProcessObjectReference>("import", "./player.js");
        await _script.InvokeVoidAsync("openShelf");
    }

    /// <summary>Milliseconds since 1970 on a clock that never goes back: the wall clock when the page opened, then the monotonic one.</summary>
    public double Now() => Script.Invoke<double>("now");

    /// <summary>Waits until what was just rendered is on the screen; the time when it was.</summary>
    public async Task<DateTimeOffset> Painted() => At(await Script.InvokeAsync<double>("painted"));

    public Gesture LastGesture() => new(Script.Invoke<string>("lastMeans"), At(Script.Invoke<double>("lastMoment")));

    public async Task<Reply> Exchange(string method, string path, string? body)
    {
        var answer = await Script.InvokeAsync<string>("exchange", method, path, body);
        var end = answer.IndexOf('\n', StringComparison.Ordinal);
        return new Reply(int.Parse(answer.AsSpan(0, end), CultureInfo.InvariantCulture), answer[(end + 1)..]);
    }

    /// <summary>Moves to the top of a new screen, focus on its heading.</summary>
    public void Arrive(string headingId) => Script.InvokeVoid("arrive", headingId);

    /// <summary>Where a point of the window lies in an element, in thousandths of its width and height.</summary>
    public (int X, int Y) PointIn(string id, double clientX, double clientY)
    {
        var point = Script.Invoke<int[]>("pointIn", id, clientX, clientY);
        return (point[0], point[1]);
    }

    /// <summary>Writes a letter where the cursor of a field is.</summary>
    public void Insert(string fieldId, string letter) => Script.InvokeVoid("insert", fieldId, letter);

    public void ShowDialog(string id) => Script.InvokeVoid("showDialog", id);

    public void CloseDialog(string id) => Script.InvokeVoid("closeDialog", id);

    /// <summary>Reads parts of the page aloud, the word being read highlighted. False: this device cannot.</summary>
    public async Task<bool> Speak(IReadOnlyList<Part> parts) =>
        await Script.InvokeAsync<bool>("speak", string.Join('\n', parts.Select(part => $"{part.Id}\t{part.Spoken}")));

    /// <summary>Some of these parts are in a language that no voice of this device speaks.</summary>
    public async Task<bool> LacksVoice(IReadOnlyList<Part> parts) => await Script.InvokeAsync<bool>("lacksVoice", string.Join('\n', parts.Select(part => part.Id)));

    public void PlaySound(string name) => Script.InvokeVoid("playSound", name);

    public void StopSpeaking() => Script.InvokeVoid("stopSpeaking");

    public void Leave(string path) => Script.InvokeVoid("leave", path);

    /// <summary>One game at a time in this browser. False: another tab plays already.</summary>
    public async Task<bool> TakeSeat() => await Script.InvokeAsync<bool>("takeSeat");

    /// <summary>Calls the page back: <see cref="Page.Arrow"/>, <see cref="Page.Look"/>, <see cref="Page.Online"/>, <see cref="Page.Silence"/>.</summary>
    public void Listen(DotNetObjectReference<Page> page) => Script.InvokeVoid("listen", page);

    public string[] StoredKeys(string prefix) => Script.Invoke<string[]>("storedKeys", prefix);

    public string? Stored(string key) => Script.Invoke<string?>("stored", key);

    public void Store(string key, string value) => Script.InvokeVoid("store", key, value);

    public void Unstore(string key) => Script.InvokeVoid("unstore", key);

    /// <summary>Offers a text as a file to keep.</summary>
    public void Save(string name, string text) => Script.InvokeVoid("save", name, text);

    /// <summary>Keeps the page on the device, so that it opens without a network. False: this browser cannot.</summary>
    public async Task<bool> KeepPage() => await Script.InvokeAsync<bool>("keepPage");

    private static DateTimeOffset At(double milliseconds) => DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds);
}
