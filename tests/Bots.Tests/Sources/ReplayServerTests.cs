using System.Net.WebSockets;
using Beffroi.Cli.Bots;

namespace Beffroi.Bots.Tests.Sources;

/// <summary>The archive that is played as a network would tell it.</summary>
public sealed class ReplayServerTests
{
    [Fact]
    public async Task What_could_be_asked_for_at_the_end_is_told_again_however_late_one_comes()
    {
        using var archive = Archives.Of(Enumerable.Range(0, 3).Select(n => Archives.Post(n, "bonjour")));
        // A second of ours is eleven days of the archive, which lasts two thousandths of a second.
        await using var server = await ReplayServer.Start(archive, new() { Speed = 1_000_000, LookBack = TimeSpan.FromMilliseconds(10), ClosesAtEnd = true }, TimeProvider.System, TestContext.Current.CancellationToken);

        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(3, await Heard(server));
        }
    }

    static async Task<int> Heard(ReplayServer server)
    {
        var ct = TestContext.Current.CancellationToken;
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new($"ws://127.0.0.1:{server.Port}/subscribe?cursor={Archives.Start}"), ct);
        var (buffer, messages) = (new byte[1 << 16], 0);
        while (await socket.ReceiveAsync(buffer, ct) is { MessageType: not WebSocketMessageType.Close } got)
        {
            messages += got.EndOfMessage ? 1 : 0;
        }

        return messages;
    }
}
