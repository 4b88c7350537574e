using System.Collections.Concurrent;
using System.Net;
using Beffroi.Chat.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace Beffroi.Chat.Tests.Live;

/// <summary>A page that goes on when nodes die: opens its line again, on another node where there is one, sends again what was not answered, and asks for what it missed.</summary>
sealed class SturdyPage(IReadOnlyList<Uri> nodes, int first, CookieContainer cookies, Guid room)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // As the client has it: two nodes may tell in another order than they kept.
    const long Overlap = 60_000_000;

    readonly ConcurrentDictionary<Guid, long> _kept = new();
    int _node = first;
    long _common;

    /// <summary>Places at which each message was heard, in order of the first.</summary>
    public IReadOnlyList<Guid> Shown => [.. _kept.OrderBy(k => k.Value).Select(k => k.Key)];

    /// <summary>A message that came back at another place than before.</summary>
    public string? Moved { get; private set; }

    /// <summary>Sends these one after the other, each until it is answered.</summary>
    /// <returns>Every answer, those to messages sent again among them.</returns>
    public async Task<IReadOnlyList<PostAnswer>> Write(IEnumerable<(Guid Id, string Text)> texts, Action answered)
    {
        var answers = new List<PostAnswer>();
        HubConnection? line = null;
        foreach (var (id, text) in texts)
        {
            for (var kept = false; !kept;)
            {
                try
                {
                    line ??= await Open();
                    answers.Add(await line.InvokeAsync<PostAnswer>(nameof(LiveHub.Post), room, null, new ComposerForm { Id = id.ToString(), Text = text }, TestContext.Current.CancellationToken));
                    kept = true;
                    answered();
                }
                catch (Exception cut) when (cut is not OperationCanceledException || !TestContext.Current.CancellationToken.IsCancellationRequested)
                {
                    await Close(line);
                    line = null;
                }
            }
        }

        await Close(line);
        return answers;
    }

    /// <summary>Listens until there is nothing more to hear.</summary>
    public async Task Listen(Func<IReadOnlyList<Guid>, bool> shown)
    {
        while (!shown(Shown))
        {
            HubConnection? line = null;
            try
            {
                line = await Open();
                var cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                line.Closed += _ =>
                {
                    cut.TrySetResult();
                    return Task.CompletedTask;
                };
                do
                {
                    await CatchUp(line, _common - Overlap);
                }
                while (!shown(Shown) && line.State == HubConnectionState.Connected && await Task.WhenAny(cut.Task, Task.Delay(Pause)) != cut.Task);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, TestContext.Current.CancellationToken);
            }

            await Close(line);
        }
    }

    async Task CatchUp(HubConnection line, long after)
    {
        for (var more = true; more;)
        {
            var page = await line.InvokeAsync<CaughtUp>(nameof(LiveHub.CatchUp), room, after, TestContext.Current.CancellationToken);
            foreach (var message in page.Messages)
            {
                Keep(message.Id, message.Place);
                after = message.Place;
            }

            more = page.More;
        }
    }

    async Task<HubConnection> Open()
    {
        var node = nodes[_node++ % nodes.Count];
        var line = new HubConnectionBuilder().WithUrl(new Uri(node, Addresses.Live), options =>
        {
            options.Cookies = cookies;
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
        }).Build();
        line.On<Posted>(Posted.Name, news =>
        {
            if (news.Html is not null)
            {
                Keep(news.Id, news.Place);
            }
        });
        try
        {
            await line.StartAsync(TestContext.Current.CancellationToken);
            await line.InvokeAsync(nameof(LiveHub.Enter), room, TestContext.Current.CancellationToken);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
            throw;
        }
    }

    static async Task Close(HubConnection? line)
    {
        if (line is not null)
        {
            await line.DisposeAsync();
        }
    }

    void Keep(Guid id, long place)
    {
        if (_kept.GetOrAdd(id, place) is var before && before != place)
        {
            Moved = $"{id}: {before} then {place}";
        }

        _common = Math.Max(_common, place);
    }
}
