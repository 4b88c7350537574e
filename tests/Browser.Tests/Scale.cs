using System.Text.Json;

namespace Beffroi.Browser.Tests;

/// <summary>Adds up what the browser receives, encoded as it travels.</summary>
public sealed class Scale
{
    long _bytes;
    int _requests;

    public long Bytes => Interlocked.Read(ref _bytes);

    public int Requests => Volatile.Read(ref _requests);

    public static async Task<Scale> On(Window window)
    {
        var scale = new Scale();
        var protocol = await window.Context.NewCDPSessionAsync(window.Page);
        protocol.Event("Network.loadingFinished").OnEvent += (_, finished) => Interlocked.Add(ref scale._bytes, Length(finished));
        protocol.Event("Network.requestWillBeSent").OnEvent += (_, _) => Interlocked.Increment(ref scale._requests);
        await protocol.SendAsync("Network.enable");
        return scale;
    }

    static long Length(JsonElement? finished) => finished is { } told ? (long)told.GetProperty("encodedDataLength").GetDouble() : 0;
}
